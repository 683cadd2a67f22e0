import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { type Cluster, createCluster } from "@alliance-hub/postgres/cluster";
import { until } from "./until.ts";

/** A server and its standby, which follows it by streaming replication. */
export interface ServerPair extends AsyncDisposable {
  readonly primary: Cluster;
  readonly standby: Cluster;
  /** Address of a database that names both, the standby first. */
  url(database: string): string;
  /** Waits until the standby has all that the primary has committed so far. */
  untilFollowed(): Promise<void>;
  /** Makes the standby a server that accepts writes. */
  promote(): Promise<void>;
}

const SETTINGS = { fsync: "off", max_connections: "60" };

/** Starts both on new clusters; `databases` are made before the standby is. */
export async function startServerPair(...databases: readonly string[]): Promise<ServerPair> {
  await using starting = new AsyncDisposableStack();
  const folder = await realpath(await mkdtemp(join(tmpdir(), "alliance-hub-pair-")));
  starting.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  await promisify(execFile)("chmod", ["755", folder]);
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  const before = await createCluster({ directory: first, settings: SETTINGS });
  for (const name of databases) await before.createDatabase(name);
  await before.stop();
  // PostgreSQL, section 26.2.4: a copy of the stopped server, and a file that says what it is.
  await promisify(execFile)("cp", ["-a", first, second]);
  await rm(join(second, "postgres.port"));
  await writeFile(join(second, "postgres", "standby.signal"), "");
  const primary = starting.use(await createCluster({ directory: first, settings: SETTINGS }));
  const { username, password } = new URL(primary.adminUrl);
  const source = `host=127.0.0.1 port=${primary.port} user=${username} password=${password}`;
  const standby = starting.use(
    await createCluster({ directory: second, settings: { ...SETTINGS, primary_conninfo: source } }),
  );
  const running = starting.move();
  return {
    primary,
    standby,
    url: (database) =>
      `postgres://${username}:${password}@127.0.0.1:${standby.port},127.0.0.1:${primary.port}/${database}?target_session_attrs=read-write`,
    untilFollowed: async () => {
      const wanted = await ask(primary.adminUrl, "select pg_current_wal_lsn() as answer");
      const reached = `select pg_last_wal_replay_lsn() >= '${String(wanted)}' as answer`;
      await until(
        () => ask(standby.adminUrl, reached),
        (answer) => answer === true,
      );
    },
    promote: async () => void (await ask(standby.adminUrl, "select pg_promote() as answer")),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(statement)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}
