import { StartError } from "../errors/start-error.ts";
import { DatabaseClient } from "./client.ts";
import { type Foundation, foundations } from "./foundations.ts";
import { requireFinished } from "./unfinished-restore.ts";

/** Key of the advisory lock under which one process at a time prepares and migrates a database. */
export const PREPARE_LOCK = 7_283_401_991;

/**
 * What only an administrator can fix (PostgreSQL, Appendix A): a missing right, or an extension whose files are
 * missing on the server.
 */
const MADE_BY_OTHERS: ReadonlySet<string> = new Set(["42501", "0A000", "58P01"]);

/**
 * Makes what all schemas need, if it is missing: see `foundations`. It looks first, so that a login that may
 * not create roles, schemas or extensions can start again on a database that has them. Idempotent; runs under
 * an advisory lock.
 *
 * @param options.isRestoring whether the caller is the restore of a backup. Default: no.
 * @throws StartError that names what is missing and the SQL for an administrator, if rights are missing; or if
 * a restore has begun and not finished.
 */
export async function prepareDatabase(
  url: string,
  { isRestoring = false }: { readonly isRestoring?: boolean } = {},
): Promise<void> {
  const client = new DatabaseClient({
    connectionString: url,
    application_name: "alliance-hub prepare",
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
    if (!isRestoring) await requireFinished(client);
    const [{ login } = { login: "" }] = (
      await client.query<{ login: string }>("select session_user as login")
    ).rows;
    for (;;) {
      // Checked again each time, because one step may also have made the next thing.
      const missing = await missingOf(client, foundations(login));
      const [next] = missing;
      if (!next) return;
      await make(client, next).catch((error: unknown) => {
        throw explain(error, login, missing);
      });
    }
  } finally {
    await client.end();
  }
}

async function missingOf(
  client: DatabaseClient,
  all: readonly Foundation[],
): Promise<Foundation[]> {
  const { rows } = await client.query<{ found: (boolean | null)[] }>(
    `select array[${all.map(({ isThere }) => `coalesce(${isThere}, false)`).join(", ")}] as found`,
  );
  return all.filter((_one, i) => rows[0]?.found[i] !== true);
}

async function make(client: DatabaseClient, { name, make: statements, isThere }: Foundation) {
  await client.query(statements);
  const { rows } = await client.query<{ found: boolean | null }>(`select ${isThere} as found`);
  if (rows[0]?.found !== true) throw new Error(`The database still lacks ${name}.`);
}

function explain(error: unknown, login: string, missing: readonly Foundation[]): unknown {
  const code: unknown = Reflect.get(Object(error), "code");
  if (typeof code !== "string" || !MADE_BY_OTHERS.has(code)) return error;
  const names = missing.map(({ name }) => name).join(", ");
  const sql = missing.map((one) => one.make).join("\n");
  return new StartError(
    `The database lacks ${names}, which its login ${login} cannot make (${(error as Error).message}). ` +
      `Ask an administrator of the database to run this once, then start again:\n\n${sql}`,
  );
}
