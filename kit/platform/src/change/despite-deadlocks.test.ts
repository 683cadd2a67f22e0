import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { sql } from "kysely";
import { type Database, connectDatabase } from "../database/connect.ts";
import type { BaseContext, Work } from "../subgraph/context.ts";
import { change } from "./change.ts";
import { rehearsed } from "./rehearsed.ts";

let test: TestDatabase;
let database: Database<object>;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await connectDatabase<object>({ url: test.url, schema: "resources" }, []);
  const rows = database.rows;
  await sql`create table resources.counter (name text primary key, value integer not null)`.execute(
    rows,
  );
});
beforeEach(async () => {
  await sql`truncate resources.counter`.execute(database.rows);
  await sql`insert into resources.counter values ('one', 0), ('other', 0)`.execute(database.rows);
});
afterAll(async () => {
  await database?.[Symbol.asyncDispose]();
  await test?.[Symbol.asyncDispose]();
});

const context = (): BaseContext<object> => ({
  viewer: { ...ANONYMOUS, subject: "somebody" },
  viewerIn: () => ANONYMOUS,
  requestId: "test",
  signal: new AbortController().signal,
  subgraph: "resources",
  database,
  rows: database.rows,
  clock: () => new Date(),
  newId: randomUUID,
});

const raise = async ({ rows }: Work<object>, name: string): Promise<void> =>
  void (await sql`update counter set value = value + 1 where name = ${name}`.execute(rows));

/** Resolves for all once so many wait. */
function meeting(size: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let here = 0;
  return async () => {
    here += 1;
    if (here >= size) resolve();
    await promise;
  };
}

const bothWays = [
  ["one", "other"],
  ["other", "one"],
] as const;

async function values(): Promise<unknown[]> {
  const { rows } = await sql`select name, value from counter order by name`.execute(database.rows);
  return rows;
}

it("two changes that wait for each other are both made, each once", async () => {
  const meet = meeting(2);
  let begun = 0;
  await Promise.all(
    bothWays.map(async ([first, second]) =>
      change(
        context(),
        { action: "bookResource", input: {}, reload: async () => null },
        async (work) => {
          begun += 1;
          await raise(work, first);
          await meet();
          await raise(work, second);
          return { record: {}, audit: { noun: "Booking", recordId: randomUUID(), regionPath: [] } };
        },
      ),
    ),
  );
  expect(await values()).toEqual([
    { name: "one", value: 2 },
    { name: "other", value: 2 },
  ]);
  // PostgreSQL ended one of them.
  expect(begun).toBe(3);
});

it("so does a rehearsal, which still leaves nothing", async () => {
  const meet = meeting(2);
  const given = await Promise.all(
    bothWays.map(async ([first, second]) =>
      rehearsed(context(), async (work) => {
        await raise(work, first);
        await meet();
        await raise(work, second);
        return first;
      }),
    ),
  );
  expect(given).toEqual(["one", "other"]);
  expect(await values()).toEqual([
    { name: "one", value: 0 },
    { name: "other", value: 0 },
  ]);
});

it("any other error ends it at once", async () => {
  let begun = 0;
  const made = rehearsed(context(), async ({ rows }) => {
    begun += 1;
    await sql`select 1 / 0`.execute(rows);
  });
  await expect(made).rejects.toMatchObject({ code: "22012" });
  expect(begun).toBe(1);
});
