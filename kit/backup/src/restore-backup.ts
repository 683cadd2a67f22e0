import { basename } from "node:path";
import { migrateSchema, migrationNames } from "@alliance-hub/platform/database/migrate";
import { roleOf } from "@alliance-hub/platform/database/connect";
import { prepareDatabase } from "@alliance-hub/platform/database/prepare";
import { BackupFault } from "./backup-fault.ts";
import { CopySession } from "./copy-session.ts";
import { clearWay } from "./empty-database.ts";
import { loadBackup } from "./load-backup.ts";
import { toldIfLost } from "./lost-connection.ts";
import type { OrderedLog } from "@alliance-hub/platform/subgraph/ordered-log";
import { STANDING, workAs } from "./stored-tables.ts";
import {
  UNFINISHED_SCHEMA,
  markUnfinished,
} from "@alliance-hub/platform/database/unfinished-restore";
import { type VerifiedBackup, verifyBackup } from "./verify-backup.ts";

/** Key of the advisory lock of a restore. A second restore is rejected. */
const RESTORE_LOCK = 7_283_401_993;

const NAME = "alliance-hub restore";

/** What to restore, and where. */
export interface RestoreConfig {
  readonly url: string;
  readonly path: string;
  /** All schemas of a hub with the folders of their migrations, in the order in which they run. */
  readonly schemas: readonly { readonly name: string; readonly migrations: string }[];
  /** Logs whose readers keep their positions outside the hub, by schema. Default: none. */
  readonly logs?: Readonly<Record<string, OrderedLog>>;
  /** Called for each step, with a text for a person. Default: nothing. */
  readonly report?: (step: string) => void;
  /** Ends it early; after that another restore into the database is possible. Default: nothing. */
  readonly signal?: AbortSignal;
}

/**
 * Restores a backup into an empty database: verifies the file, makes roles, schemas and tables as they were by
 * running the same migrations, loads all rows in one transaction, reads them back, and then runs what
 * migrations this hub has more. Until that transaction ends, the database has a mark, and hubs do not start on
 * it.
 *
 * @throws BackupFault for problems that a person can solve: an incomplete file, a database with data, a hub
 *   that is older than the backup.
 */
export async function restoreBackup(config: RestoreConfig): Promise<VerifiedBackup> {
  return await toldIfLost(
    () => restore(config),
    "The restore did not finish. Run it again: it starts from the beginning.",
  );
}

async function restore(config: RestoreConfig): Promise<VerifiedBackup> {
  const { url, path, schemas, logs = {}, report = () => undefined } = config;
  const signal = config.signal ?? new AbortController().signal;
  report(`Verifying ${path}`);
  const backup = await verifyBackup(path);
  const { migrations, unsettledLogs } = backup.header;
  const counts = await countMigrations(schemas, migrations);
  await using session = await CopySession.open(url, "restore");
  await requireAlone(session);
  await clearWay(session, NAME);
  await markUnfinished(session, basename(path));

  report("Roles, schemas and tables");
  await prepareDatabase(url, { isRestoring: true });
  for (const { name: schema, migrations: directory } of schemas)
    await migrateSchema({ url, schema, directory, count: counts[schema] ?? 0 });
  signal.throwIfAborted();

  await session.query("begin");
  await loadBackup(session, { path, report, signal });
  for (const schema of unsettledLogs) {
    const forget = logs[schema]?.forgetPositions;
    if (forget === undefined) continue;
    await workAs(session, roleOf(schema));
    await session.query(forget);
  }
  await session.query("set local role none");
  await session.query(`update ${STANDING} set changed_by = pg_current_xact_id()`);
  await session.query(`drop schema ${UNFINISHED_SCHEMA} cascade`);
  await session.query("commit");

  for (const { name: schema, migrations: directory } of schemas)
    for (const ran of await migrateSchema({ url, schema, directory }))
      report(`Upgraded: ${schema} ${ran}`);
  session.isDone = true;
  return backup;
}

async function requireAlone(session: CopySession): Promise<void> {
  const { rows } = await session.query<{ isOurs: boolean }>(
    `select pg_try_advisory_lock($1) as "isOurs"`,
    [RESTORE_LOCK],
  );
  if (rows[0]?.isOurs !== true)
    throw new BackupFault("Another restore into this database is in progress. Wait until it ends.");
}

/** How many migrations of each schema the backup had. @throws BackupFault if it had any that are not here. */
async function countMigrations(
  schemas: RestoreConfig["schemas"],
  backedUp: Readonly<Record<string, readonly string[]>>,
): Promise<Record<string, number>> {
  const known = new Set(schemas.map(({ name }) => name));
  const lacking = Object.keys(backedUp).filter((schema) => !known.has(schema));
  const counts: Record<string, number> = {};
  for (const { name, migrations } of schemas) {
    const ran = backedUp[name] ?? [];
    const files = await migrationNames(migrations);
    lacking.push(
      ...ran.filter((migration) => !files.includes(migration)).map((one) => `${name} ${one}`),
    );
    counts[name] = ran.length;
    if (lacking.length === 0 && ran.some((migration, at) => files[at] !== migration))
      throw new BackupFault(
        `The migrations of ${name} ran in another order. Restore with the version that wrote it.`,
      );
  }
  if (lacking.length > 0)
    throw new BackupFault(
      `The backup was made by a newer hub than this one, which lacks: ${lacking.join(", ")}. Restore it with that version or a newer one.`,
    );
  return counts;
}
