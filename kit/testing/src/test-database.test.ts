import { expect, it } from "@jest/globals";
import pg from "pg";
import { type TestTemplate, createTestDatabase } from "./test-database.ts";
import { until } from "./until.ts";

const EMPTY: TestTemplate = { name: "template_in_use", prepare: () => Promise.resolve() };

it("a database is copied as soon as nobody is in its template any more, however long that takes", async () => {
  await using first = await createTestDatabase(EMPTY);
  const url = new URL(first.url);
  const watching = new pg.Client({ connectionString: url.href });
  url.pathname = `/${EMPTY.name}`;
  const staying = new pg.Client({ connectionString: url.href });
  await Promise.all([watching.connect(), staying.connect()]);
  try {
    const creating = createTestDatabase(EMPTY);
    const begun = new Set<string>();
    // PostgreSQL gives up after five seconds; then the copy is asked for again.
    await until(
      async () => {
        const { rows } = await watching.query<{ at: string }>(
          `select query_start::text as at from pg_stat_activity
           where state = 'active' and query like 'create database %' || $1`,
          [EMPTY.name],
        );
        for (const { at } of rows) begun.add(at);
        return begun.size;
      },
      (times) => times > 1,
    );
    await staying.end();
    await using second = await creating;
    expect(second.url).not.toBe(first.url);
  } finally {
    await watching.end();
  }
});
