import { each, readIndexes } from "@alliance-hub/backup/definitions";
import { createCluster } from "@alliance-hub/postgres/cluster";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { settle } from "../hub/setting.ts";
import { runScript } from "../run.ts";
import { enterBookings } from "./bookings.ts";

/** Two databases on one server that differ in size alone. */
export interface GrowthSetting extends AsyncDisposable {
  readonly folder: string;
  readonly small: string;
  readonly large: string;
}

/** Longest that one size may take to load, in milliseconds. */
const LOADED_WITHIN_MS = 600_000;

/** Makes them, on a server of their own. @param scale of the large one: 10,000 resources and 200 organisations each. */
export async function loadGrowthSetting(
  scale: number,
  signal: AbortSignal,
): Promise<GrowthSetting> {
  await using starting = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "alliance-hub-bench-"));
  starting.defer(() => rm(folder, { recursive: true, force: true }));
  const cluster = starting.use(await createCluster({ directory: folder }));
  const startedAt = performance.now();
  const load = async (name: string, size: number): Promise<string> => {
    const url = cluster.url(name);
    const resources = (size * 10_000).toLocaleString("en");
    console.log(`  loading ${resources} resources into "${name}"`);
    await runScript(["gateway/dist/commands/demo.js", "--scale", String(size)], {
      environment: { DATABASE_URL: url, HUB_DATA_DIR: folder },
      timeoutMs: LOADED_WITHIN_MS,
      signal,
    });
    return url;
  };
  await cluster.createDatabase("small");
  const small = await load("small", 1);
  await cluster.createDatabase("large", "small");
  const large = cluster.url("large");
  await withoutIndexes(large, () => load("large", scale));
  for (const url of [small, large]) {
    await enterBookings(url, signal);
    await settle(url);
  }
  console.log(`  loaded in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const running = starting.move();
  return { folder, small, large, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** Indexes that are made when the rows are there cost a fraction of what they do row by row. */
async function withoutIndexes(url: string, work: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const indexes = await readIndexes(client);
    await client.query("begin");
    await each(client, indexes, "drop");
    await client.query("commit");
    await work();
    console.log("  making the indexes");
    await client.query("begin");
    await client.query("set local maintenance_work_mem = '512MB'");
    await each(client, indexes, "create");
    await client.query("commit");
  } finally {
    await client.end();
  }
}
