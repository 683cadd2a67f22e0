import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from } from "pg-copy-streams";
import type { BackupManifest, BackupTable } from "./backup-format.ts";
import { type TableVisitor, visitBackup } from "./backup-reader.ts";
import { BackupFault } from "./backup-fault.ts";
import { copyRows } from "./copy-rows.ts";
import type { CopySession } from "./copy-session.ts";
import { each, readForeignKeys, readIndexes } from "./definitions.ts";
import {
  type StoredTable,
  copied,
  quoted,
  readSequenceOwners,
  readTables,
  workAs,
} from "./stored-tables.ts";
import { requireSame } from "./verify-backup.ts";

/** How a backup is loaded. */
export interface LoadConfig {
  readonly path: string;
  readonly report: (step: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Loads the rows of a backup into tables that migrations have made, within the transaction of a session; the
 * loaded rows are read back from the tables and compared with the manifest. It needs only the rights of the
 * tables' owners.
 *
 * @throws BackupFault if the tables are not those of the backup, or contain something else in the end.
 */
export async function loadBackup(
  session: CopySession,
  { path, report, signal }: LoadConfig,
): Promise<void> {
  const tables = new Map((await readTables(session)).map((table) => [table.name, table]));
  await session.query("set local maintenance_work_mem = '256MB'");
  const keys = await readForeignKeys(session);
  const indexes = await readIndexes(session);
  await each(session, keys, "drop");
  await each(session, indexes, "drop");
  for (const table of tables.values()) await makeWay(session, table);

  await visitBackup(path, {
    header: () => undefined,
    table: (table) => loadTable(session, requireTable(tables, table), { path, report, signal }),
    manifest: async (manifest) => {
      report("Indexes and foreign keys");
      await each(session, indexes, "create");
      await each(session, keys, "create");
      await verifyTables(session, manifest, tables);
      await setSequences(session, manifest);
    },
  });
  report("Statistics");
  for (const { name, owner } of tables.values()) {
    await workAs(session, owner);
    await session.query(`alter table ${quoted(name)} enable trigger user`);
    await session.query(`analyze ${quoted(name)}`);
  }
  await session.query("set local role none");
}

/**
 * The product's own rules were checked when the rows were first written. Some of them would reject the rows
 * now.
 */
async function makeWay(session: CopySession, { name, owner }: StoredTable): Promise<void> {
  await workAs(session, owner);
  await session.query(`alter table ${quoted(name)} disable trigger user`);
  await session.query(`delete from ${quoted(name)}`);
}

function requireTable(tables: ReadonlyMap<string, StoredTable>, table: BackupTable): StoredTable {
  const found = tables.get(table.name);
  if (found && found.columns.join() === table.columns.join()) return found;
  throw new BackupFault(
    `The backup has a table ${table.name} in another form than the migrations give it. Restore it with the version that wrote it.`,
  );
}

async function loadTable(
  session: CopySession,
  table: StoredTable,
  { report, signal }: LoadConfig,
): Promise<TableVisitor> {
  await workAs(session, table.owner);
  const sink = session.query(from(`copy ${copied(table)} from stdin`));
  const loaded = finished(sink);
  loaded.catch(() => undefined);
  return {
    rows: async (bytes) => {
      signal.throwIfAborted();
      if (sink.write(bytes)) return;
      await Promise.race([once(sink, "drain"), loaded]);
    },
    end: async () => {
      sink.end();
      await loaded;
      report(`${table.name}: ${sink.rowCount} rows`);
    },
  };
}

async function verifyTables(
  session: CopySession,
  { tables: stated }: BackupManifest,
  tables: ReadonlyMap<string, StoredTable>,
): Promise<void> {
  const missing = [...tables.keys()].find((name) => !stated.some((table) => table.name === name));
  if (missing !== undefined) throw new BackupFault(`The backup has no table ${missing}.`);
  for (const table of stated) {
    const { owner } = requireTable(tables, table);
    await workAs(session, owner);
    requireSame(table.name, table, await copyRows(session, table, { take: () => undefined }));
  }
  await session.query("set local role none");
}

async function setSequences(session: CopySession, { sequences }: BackupManifest): Promise<void> {
  const owners = new Map(
    (await readSequenceOwners(session)).map(({ name, owner }) => [name, owner]),
  );
  for (const { name, lastValue, isCalled } of sequences) {
    const owner = owners.get(name);
    if (owner === undefined) throw new BackupFault(`The migrations made no sequence ${name}.`);
    await workAs(session, owner);
    await session.query("select setval($1::regclass, $2, $3)", [quoted(name), lastValue, isCalled]);
  }
  await session.query("set local role none");
}
