import { TEMPLATE } from "@alliance-hub/testing/test-database";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDatabase } from "@alliance-hub/platform/database/prepare";
import { createCluster } from "@alliance-hub/postgres/cluster";
import { running } from "@alliance-hub/testing/running-cluster";

/** Jest's global setup: one PostgreSQL for the run. Durability is off; the data is thrown away. */
export default async function startCluster(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "alliance-hub-test-"));
  const cluster = await createCluster({
    directory,
    settings: {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      max_connections: "300",
    },
  });
  running.cluster = cluster;
  running.directory = directory;
  await cluster.createDatabase(TEMPLATE);
  await prepareDatabase(cluster.url(TEMPLATE));
  process.env["HUB_TEST_DATABASE_URL"] = cluster.adminUrl;
}
