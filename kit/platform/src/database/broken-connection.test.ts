import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Kysely, sql } from "kysely";
import { Client } from "pg";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { until } from "@alliance-hub/testing/until";
import { type Database, connectDatabase } from "./connect.ts";

interface Tables {
  item: { id: number; title: string };
}

const POOL_SIZE = 3;

let server: TestDatabase;
let admin: Client;
let database: Database<Tables>;
beforeEach(async () => {
  server = await createTestDatabase();
  admin = new Client({ connectionString: server.url });
  await admin.connect();
  database = await connectDatabase<Tables>(
    { url: server.url, schema: "resources", poolSize: POOL_SIZE },
    [],
  );
  await sql`create table item (id int primary key, title text)`.execute(database.rows);
  await sql`create table owner (id int primary key)`.execute(database.rows);
  await sql`create table thing (owner_id int references owner deferrable initially deferred)`.execute(
    database.rows,
  );
});
afterEach(async () => {
  await database.close();
  await admin.end();
  await server[Symbol.asyncDispose]();
});

/** Ends the session that a transaction runs in, as an administrator does, and waits until it is gone. */
async function endSession(rows: Kysely<Tables>): Promise<void> {
  const { rows: found } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(rows);
  await admin.query("select pg_terminate_backend($1, 10000)", [found[0]?.pid]);
}

/** Every connection of the pool works at the same time: the pool has lost none. */
async function usePool(): Promise<number> {
  const asked = Array.from({ length: POOL_SIZE }, () =>
    sql<{ pid: number }>`select pg_backend_pid() as pid, pg_sleep(0.05)`.execute(database.rows),
  );
  const pids = (await Promise.all(asked)).map(({ rows }) => rows[0]?.pid);
  return new Set(pids).size;
}

/** Waits until the pool has all of its connections; one that is just being opened may miss the first look. */
const untilWhole = (): Promise<number> =>
  until(
    () => usePool().catch(() => 0),
    (whole) => whole === POOL_SIZE,
  );

async function repeatedly(work: () => Promise<unknown>): Promise<void> {
  for (let nth = 0; nth < POOL_SIZE + 1; nth++) await expect(work()).rejects.toThrow();
}

describe("a connection that breaks", () => {
  it.each<[string, (work: (rows: Kysely<Tables>) => Promise<unknown>) => Promise<unknown>]>([
    ["a unit of work", (work) => database.fork().transactional((em) => work(database.rowsOf(em)))],
    [
      "a savepoint of a unit of work",
      (work) =>
        database
          .fork()
          .transactional((em) => em.transactional((inner) => work(database.rowsOf(inner)))),
    ],
    ["a transaction of rows", (work) => database.rows.transaction().execute(work)],
    [
      "a transaction that is controlled by hand",
      async (work) => {
        const rows = await database.rows.startTransaction().execute();
        try {
          await work(rows);
          await rows.commit().execute();
        } catch (error) {
          await rows.rollback().execute();
          throw error;
        }
      },
    ],
  ])("inside %s goes back to the pool", async (_shown, run) => {
    // Before a statement, and just before the commit.
    await repeatedly(() =>
      run(async (rows) => {
        await endSession(rows);
        await sql`select 1`.execute(rows);
      }),
    );
    await repeatedly(() => run(endSession));
    await untilWhole();
  });

  it("at the beginning of a transaction goes back to the pool", async () => {
    for (let nth = 0; nth < 10; nth++) {
      await untilWhole();
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'alliance-hub resources' and datname = current_database()",
      );
      // The client may notice it with its first statement, or before.
      const [begun] = await Promise.allSettled([database.rows.startTransaction().execute()]);
      if (begun.status === "fulfilled") await begun.value.rollback().execute();
    }
    await untilWhole();
  });

  it("outside a transaction goes back to the pool", async () => {
    await repeatedly(() =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(database.rows),
    );
    await untilWhole();
  });
});

describe("a transaction that fails at its commit", () => {
  it("gives its connection back", async () => {
    await repeatedly(() =>
      database.fork().transactional(async (em) => {
        await sql`insert into thing values (7)`.execute(database.rowsOf(em));
      }),
    );
    await untilWhole();
  });

  it("says so, also where an earlier statement had failed and nobody had looked", async () => {
    const work = database.fork().transactional(async (em) => {
      const rows = database.rowsOf(em);
      await sql`insert into owner values (1)`.execute(rows);
      await sql`select 1 / 0`.execute(rows).catch(() => undefined);
    });
    await expect(work).rejects.toThrow("rolled back");
    const { rows } = await sql`select from owner`.execute(database.rows);
    expect(rows).toHaveLength(0);
  });
});

describe("closing", () => {
  it("does not wait for a transaction that waits for a lock, nor for those that wait for a connection", async () => {
    await sql`insert into item values (1, 'a')`.execute(database.rows);
    await admin.query("begin; select from resources.item for update");
    const waiting = database.rows
      .transaction()
      .execute((rows) => sql`select from item for update`.execute(rows));
    const reads = Array.from({ length: 3 * POOL_SIZE }, () =>
      sql`select pg_sleep(10)`.execute(database.rows),
    );
    const ended = Promise.allSettled([waiting, ...reads]);
    await lockWaits(admin);
    await database.close();
    const outcomes = await ended;
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["rejected"]));
    await admin.query("rollback");
  });
});
