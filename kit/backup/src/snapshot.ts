import { setTimeout as wait } from "node:timers/promises";
import type { BackupHeader } from "./backup-format.ts";
import { BackupFault } from "./backup-fault.ts";
import { CopySession } from "./copy-session.ts";
import type { OrderedLog } from "@alliance-hub/platform/subgraph/ordered-log";
import { type StoredTable, quoted, readTables, workAs } from "./stored-tables.ts";

/** One moment of a database, as long as its session has its transaction open. */
export interface Snapshot extends AsyncDisposable {
  readonly session: CopySession;
  readonly header: BackupHeader;
  readonly tables: readonly StoredTable[];
}

/** How often, and after which pause in milliseconds, another moment is chosen if somebody was writing. */
const ATTEMPTS = 40;
const PAUSE_MS = 50;

/** How many changes of tables may come in between before it gives up; migrations are over by then. */
const LOOKS = 5;

/**
 * Takes one moment of a hub's database: a transaction that sees what was committed up to then and nothing after
 * it (PostgreSQL, section 13.2.2), while everybody goes on reading and writing. Only changes of tables wait for
 * it.
 *
 * @param logs by schema. It prefers a moment in which nobody writes to them.
 * @throws BackupFault if there is no database of a hub.
 */
export async function takeSnapshot(
  url: string,
  logs: Readonly<Record<string, OrderedLog>>,
): Promise<Snapshot> {
  await using opened = new AsyncDisposableStack();
  const session = opened.use(await CopySession.open(url, "backup"));
  const before = opened.use(await CopySession.open(url, "backup"));
  before.isDone = true;
  if (!(await readTables(before)).some(({ name }) => name.endsWith(".migration")))
    throw new BackupFault(
      "This database has no data of a hub. Name the right one in DATABASE_URL or HUB_DATA_DIR.",
    );
  for (let attempt = 1; ; attempt++) {
    const settled = await ask(before, logs, "settled");
    const tables = await begin(session);
    const newest = await ask(session, logs, "newest");
    const unsettledLogs = Object.keys(logs).filter(
      (schema) => (newest[schema] ?? 0n) > (settled[schema] ?? 0n),
    );
    if (unsettledLogs.length === 0 || attempt === ATTEMPTS) {
      const header = { ...(await describe(session, tables)), unsettledLogs };
      const kept = opened.move();
      return { session, header, tables, [Symbol.asyncDispose]: () => kept.disposeAsync() };
    }
    await session.query("rollback");
    await wait(PAUSE_MS);
  }
}

/** Begins the transaction, with a lock on each table that prevents changes of its definition. */
async function begin(session: CopySession): Promise<StoredTable[]> {
  for (let look = 0; look < LOOKS; look++) {
    const tables = await readTables(session);
    await session.query("begin isolation level repeatable read read only");
    for (const { name, owner } of tables) {
      await workAs(session, owner);
      await session.query(`lock table ${quoted(name)} in access share mode`);
    }
    await session.query("set local role none");
    // This statement is the first that reads, so it determines the moment.
    const now = await readTables(session);
    if (JSON.stringify(now) === JSON.stringify(tables)) return now;
    await session.query("rollback");
  }
  throw new BackupFault("The tables keep changing. Try again when the hub has been upgraded.");
}

async function ask(
  session: CopySession,
  logs: Readonly<Record<string, OrderedLog>>,
  what: "settled" | "newest",
): Promise<Record<string, bigint>> {
  const found: Record<string, bigint> = {};
  for (const [schema, log] of Object.entries(logs)) {
    const { rows } = await session.query<Record<string, string | null>>(log[what]);
    found[schema] = BigInt(rows[0]?.[what] ?? 0);
  }
  return found;
}

async function describe(
  session: CopySession,
  tables: readonly StoredTable[],
): Promise<Omit<BackupHeader, "unsettledLogs">> {
  const migrations: Record<string, string[]> = {};
  for (const { name, owner } of tables.filter((table) => table.name.endsWith(".migration"))) {
    await workAs(session, owner);
    const { rows } = await session.query<{ name: string }>(
      `select name from ${quoted(name)} order by id`,
    );
    migrations[name.replace(/\.migration$/, "")] = rows.map((row) => row.name);
  }
  await session.query("set local role none");
  const { rows } = await session.query<{ takenAt: Date; serverVersion: string }>(
    `select now() as "takenAt", current_setting('server_version') as "serverVersion"`,
  );
  const [{ takenAt, serverVersion } = { takenAt: new Date(), serverVersion: "" }] = rows;
  return { takenAt: takenAt.toISOString(), serverVersion, migrations };
}
