import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCluster } from "@alliance-hub/postgres/cluster";
import pg from "pg";
import { runScript } from "../run.ts";

/** A database with the demonstration alliance and the measuring district in it. */
export interface HubSetting extends AsyncDisposable {
  readonly folder: string;
  readonly databaseUrl: string;
}

const LOADED_WITHIN_MS = 900_000;

/** `--scale`, unless it is given. */
const SCALE = 10;

/** Makes it, on a cluster of its own. @param scale 10,000 resources and 200 organisations each. Default 10. */
export async function loadHubSetting(
  scale: number | undefined,
  signal: AbortSignal,
): Promise<HubSetting> {
  const size = scale ?? SCALE;
  await using starting = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "alliance-hub-bench-"));
  starting.defer(() => rm(folder, { recursive: true, force: true }));
  const cluster = starting.use(await createCluster({ directory: folder }));
  await cluster.createDatabase("bench");
  const databaseUrl = cluster.url("bench");
  console.log(`  loading ${size * 10_000} resources`);
  await runScript(["gateway/dist/commands/demo.js", "--scale", String(size)], {
    environment: { DATABASE_URL: databaseUrl, HUB_DATA_DIR: folder },
    timeoutMs: LOADED_WITHIN_MS,
    signal,
  });
  await settle(databaseUrl);
  const running = starting.move();
  return { folder, databaseUrl, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** What PostgreSQL would do by itself in the middle of some server's round, it does now. */
export async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("vacuum (analyze)");
    await client.query("checkpoint");
  } finally {
    await client.end();
  }
}
