import { randomBytes } from "node:crypto";
import { codeOf } from "@alliance-hub/postgres/cluster-error";
import pg from "pg";
import { until } from "./until.ts";

/** Database that every test's database is copied from: roles, schemas, extensions, no tables. */
export const TEMPLATE = "template_hub";

/** A database of one test file's own; dropped when disposed of. */
export interface TestDatabase extends AsyncDisposable {
  /** Connection string of a login that may do everything. */
  readonly url: string;
}

/** A prepared state that many test files start from, such as the migrated hub with its demonstration alliance. */
export interface TestTemplate {
  readonly name: string;
  /** Brings the fresh database into that state; runs once in a test run. */
  readonly prepare: (url: string) => Promise<void>;
}

/**
 * A fresh database: roles, schemas and extensions are there, and what the template prepares.
 * The cluster is the run's own, started by Jest's global setup.
 */
export async function createTestDatabase(template?: TestTemplate): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withAdmin(async (admin) => {
    if (template) await prepareTemplate(admin, template);
    // Copying needs the source without connections; copies are made one at a time.
    await admin.query("select pg_advisory_lock(2)");
    await alone(admin, `create database ${name} template ${template ? template.name : TEMPLATE}`);
  });
  return {
    url: urlOf(name),
    [Symbol.asyncDispose]: () =>
      withAdmin((admin) => alone(admin, `drop database ${name} with (force)`)),
  };
}

async function prepareTemplate(admin: pg.Client, template: TestTemplate): Promise<void> {
  await admin.query("select pg_advisory_lock(1)");
  const done = await admin.query("select from pg_database where datname = $1 and datistemplate", [
    template.name,
  ]);
  if (done.rowCount === 0) {
    await admin.query(`drop database if exists ${template.name} with (force)`);
    await admin.query(`create database ${template.name} template ${TEMPLATE}`);
    await template.prepare(urlOf(template.name));
    await admin.query(`alter database ${template.name} is_template true`);
  }
  await admin.query("select pg_advisory_unlock(1)");
}

/** What PostgreSQL says when somebody is still connected to a database: `object_in_use`. */
const IN_USE = "55006";
/** How long nobody can be connected to a database before that is a fault of the test, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Does something with a database to which nobody may be connected. Sessions that are ending and autovacuum may still be in
 * it: PostgreSQL waits five seconds for them, for which a machine under load is too slow, and is asked again.
 */
async function alone(admin: pg.Client, statement: string): Promise<void> {
  const since = Date.now();
  await until(
    () =>
      admin.query(statement).then(
        () => true,
        (error: unknown) => {
          if (codeOf(error) !== IN_USE || Date.now() - since > PATIENCE_MS) throw error;
          return false;
        },
      ),
    (isDone) => isDone,
  );
}

async function withAdmin(work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function adminUrl(): string {
  const url = process.env["HUB_TEST_DATABASE_URL"];
  if (url === undefined)
    throw new Error("No test cluster runs. Start tests with npm test, which starts one.");
  return url;
}

function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}
