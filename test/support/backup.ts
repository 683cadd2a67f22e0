import { BACKED_UP_SCHEMAS } from "@alliance-hub/backup/stored-tables";
import { Client } from "pg";
import { startProduct } from "./product-process.ts";

/** The exit code of a command, and its output. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `npm run backup` or `npm run restore`, without npm. @param settings such as `DATABASE_URL`. */
export async function runCommand(
  name: "backup" | "restore",
  path: string,
  settings: NodeJS.ProcessEnv,
): Promise<Ended> {
  await using command = startProduct(`commands/${name}.js`, {
    args: [path],
    environment: settings,
  });
  return { code: await command.ended, output: command.output() };
}

/** A client of a database, for as long as it is needed. */
export async function connect(url: string): Promise<Client & AsyncDisposable> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

/**
 * For each table of a backup: the number of rows and a digest of all of them, computed by the server itself.
 */
export async function contentsOf(url: string): Promise<Record<string, string>> {
  await using client = await connect(url);
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = any ($1) and tablename <> 'standing' order by 1`,
    [BACKED_UP_SCHEMAS],
  );
  const contents: Record<string, string> = {};
  for (const { name } of rows) {
    const found = await client.query<{ content: string }>(
      `select concat(count(*), ' ', sum(hashtextextended(whole::text, 0))) as content from ${name} as whole`,
    );
    contents[name] = found.rows[0]?.content ?? "";
  }
  return contents;
}

/**
 * Everything that the server knows about a hub's tables: columns, constraints, indexes and triggers, and
 * whether they are enabled.
 */
export async function definitionsOf(url: string): Promise<string[]> {
  await using client = await connect(url);
  const { rows } = await client.query<{ line: string }>(
    `with own as (select pg_class.oid, nspname, relname from pg_class
       join pg_namespace on pg_namespace.oid = relnamespace where nspname = any ($1))
     select concat_ws(' ', nspname, relname, attname, format_type(atttypid, atttypmod), attnotnull, attgenerated, attidentity) as line
       from own join pg_attribute on attrelid = own.oid where attnum > 0
     union all select concat_ws(' ', nspname, relname, conname, pg_get_constraintdef(pg_constraint.oid), condeferrable, convalidated)
       from own join pg_constraint on conrelid = own.oid
     union all select pg_get_indexdef(indexrelid) from own join pg_index on indrelid = own.oid
     union all select concat_ws(' ', pg_get_triggerdef(pg_trigger.oid), tgenabled)
       from own join pg_trigger on tgrelid = own.oid where not tgisinternal
     order by 1`,
    [BACKED_UP_SCHEMAS],
  );
  return rows.map(({ line }) => line);
}
