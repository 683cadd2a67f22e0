import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Kysely, sql } from "kysely";
import { Client } from "pg";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type Database, connectDatabase } from "./connect.ts";
import { MOST_NAMES, PLAN_EACH_TIME } from "./named-client.ts";

interface Tables {
  item: { id: number; title: string };
}

let server: TestDatabase;
let database: Database<Tables>;
beforeAll(async () => {
  server = await createTestDatabase();
  // One connection, so that each test knows which one it speaks of.
  database = await connectDatabase<Tables>(
    { url: server.url, schema: "resources", poolSize: 1 },
    [],
  );
  await sql`create table item (id int primary key, title text)`.execute(database.rows);
  await sql`insert into item values (1, 'a'), (2, 'b')`.execute(database.rows);
});
afterAll(async () => {
  await database.close();
  await server[Symbol.asyncDispose]();
});

const item = (id: number, rows: Kysely<Tables> = database.rows) =>
  rows.selectFrom("item").selectAll().where("id", "=", id).executeTakeFirst();

async function backend(): Promise<number> {
  const found = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.rows);
  return found.rows[0]?.pid ?? 0;
}

async function prepared(): Promise<string[]> {
  const found = await sql<{
    statement: string;
  }>`select statement from pg_prepared_statements`.execute(database.rows);
  return found.rows.map(({ statement }) => statement);
}

describe("statements under a name", () => {
  it("are prepared once they are asked again, and answer with the values of each call", async () => {
    expect([await item(1), await item(2), await item(1)].map((found) => found?.title)).toEqual([
      "a",
      "b",
      "a",
    ]);
    expect(await prepared()).toEqual(['select * from "item" where "id" = $1']);
  });

  it("are left out where the values decide the plan", async () => {
    for (let call = 0; call < 4; call++) {
      await sql`select title from item where ${sql.raw(PLAN_EACH_TIME)} title like ${"a%"}`.execute(
        database.rows,
      );
    }
    expect((await prepared()).filter((text) => text.includes("like"))).toEqual([]);
  });

  it("are asked without it after their table has changed", async () => {
    for (let call = 0; call < 3; call++) await item(1);
    await sql`alter table item add column note text not null default 'n'`.execute(database.rows);
    expect(await item(1)).toEqual({ id: 1, title: "a", note: "n" });
    expect(await item(2)).toEqual({ id: 2, title: "b", note: "n" });
  });

  it("fail a transaction that they were to be part of, and the next one has them", async () => {
    for (let call = 0; call < 3; call++)
      await sql`select *, ${call}::int as call from item`.execute(database.rows);
    await sql`alter table item add column more text`.execute(database.rows);
    const work = () =>
      database.rows
        .transaction()
        .execute((rows) => sql`select *, ${7}::int as call from item`.execute(rows));
    await expect(work()).rejects.toThrow("cached plan must not change result type");
    expect((await work()).rows).toHaveLength(2);
  });

  it("survive that the server ends the connection", async () => {
    for (let call = 0; call < 3; call++) await item(2);
    const ended = await backend();
    await using admin = new AsyncDisposableStack();
    const client = admin.adopt(new Client({ connectionString: server.url }), (open) => open.end());
    await client.connect();
    await client.query("select pg_terminate_backend($1)", [ended]);
    // The pool hears of it when the socket closes; a statement sent before that fails.
    while ((await backend().catch(() => ended)) === ended);
    expect(await prepared()).toEqual([]);
    for (let call = 0; call < 3; call++) expect((await item(2))?.title).toBe("b");
    expect(await prepared()).toHaveLength(1);
  });

  it("are bounded in number, whatever is asked", async () => {
    for (let text = 0; text < MOST_NAMES + 20; text++) {
      for (let call = 0; call < 3; call++) {
        const asked = sql<{ n: number }>`select ${text}::int + ${sql.lit(text)} as n`;
        expect((await asked.execute(database.rows)).rows).toEqual([{ n: 2 * text }]);
      }
    }
    expect(await prepared()).toHaveLength(MOST_NAMES);
  });
});
