import { rm } from "node:fs/promises";
import { running } from "@alliance-hub/testing/running-cluster";

/** Jest's global teardown: stops the run's PostgreSQL and removes its data. */
export default async function stopCluster(): Promise<void> {
  await running.cluster?.stop();
  if (running.directory !== undefined)
    await rm(running.directory, { recursive: true, force: true });
}
