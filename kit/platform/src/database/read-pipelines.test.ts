import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import { awayIn } from "../errors/database-away.ts";
import { type SilentProxy, startSilentProxy } from "@alliance-hub/testing/silent-proxy";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { until } from "@alliance-hub/testing/until";
import { type Database, connectDatabase } from "./connect.ts";
import type { ReadStatement } from "./read-pipelines.ts";

const POOL_SIZE = 10;
const STATEMENT_MS = 4000;

let server: TestDatabase;
let proxy: SilentProxy;
let admin: Client;
let database: Database<object>;
let told: string[];
beforeEach(async () => {
  server = await createTestDatabase();
  proxy = await startSilentProxy(server.url);
  admin = new Client({ connectionString: server.url });
  await admin.connect();
  told = [];
  database = await connectDatabase<object>(
    {
      url: proxy.url,
      schema: "resources",
      poolSize: POOL_SIZE,
      statementTimeoutMs: STATEMENT_MS,
      onStatement: ({ query }) => told.push(query.sql),
    },
    [],
  );
});
afterEach(async () => {
  await database.close();
  await admin.end();
  await proxy[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const short = (text: string): ReadStatement => ({ text, isShort: true });
const WHERE = short("select pg_backend_pid() as asked_pid, $1::int as given");
const SLEEP = short("select pg_sleep($1), $2::text as slept");

interface Where {
  readonly askedPid: number;
  readonly given: number;
}
const ask = async (given: number): Promise<Where | undefined> =>
  (await database.read<Where>(WHERE, [given]))[0];
const askAtOnce = (): Promise<(Where | undefined)[]> =>
  Promise.all(Array.from({ length: 100 }, (_none, nth) => ask(nth)));

/** Wait until the pipelines are open: a hundred reads at once need no more connections than these. */
const untilPipelined = (): Promise<number> =>
  until(
    async () => new Set((await askAtOnce()).map((row) => row?.askedPid)).size,
    (sessions) => sessions <= 2,
  );

describe("short reads", () => {
  it("share few connections, and each has its own answer", async () => {
    await untilPipelined();
    told.length = 0;
    const answers = await askAtOnce();
    expect(answers.map((row) => row?.given)).toEqual(answers.map((_row, nth) => nth));
    expect(told).toHaveLength(answers.length);
    expect(database.pool.total).toBeLessThanOrEqual(POOL_SIZE);
  });

  it("cost each other nothing when one fails", async () => {
    await untilPipelined();
    const divide = short("select 12 / $1::int as quotient");
    const asked = [3, 0, 4].map((by) => database.read<{ quotient: number }>(divide, [by]));
    const [first, failed, last] = await Promise.allSettled(asked);
    expect(first).toMatchObject({ value: [{ quotient: 4 }] });
    expect(failed).toMatchObject({ reason: { code: "22012" } });
    expect(last).toMatchObject({ value: [{ quotient: 3 }] });
  });

  it("go on where a table has changed since they were prepared", async () => {
    await admin.query(
      "create table resources.item (id int); grant all on resources.item to public",
    );
    await admin.query("insert into resources.item values (1)");
    const all = short("select * from item where id = $1");
    await untilPipelined();
    for (let nth = 0; nth < 5; nth++) expect(await database.read(all, [1])).toEqual([{ id: 1 }]);
    await admin.query("alter table resources.item add column long_name text default 'x'");
    const asked = await Promise.all([1, 1, 1].map((id) => database.read(all, [id])));
    for (const rows of asked) expect(rows).toEqual([{ id: 1, longName: "x" }]);
  });

  it("do not wait behind one that takes long", async () => {
    await untilPipelined();
    const ended: string[] = [];
    const sleepLong = (): Promise<number>[] =>
      [1, 2].map(() => database.read(SLEEP, [2, "a"]).then(() => ended.push("long")));
    const long = sleepLong();
    // The first reads are queued after it, until it turns out to be slow.
    await until(
      () => {
        void ask(0).then(() => ended.push("short"));
        return ended.length;
      },
      (count) => count > 0,
    );
    expect(ended[0]).toBe("short");
    await Promise.all(long);
    await Promise.all(sleepLong());
    // From then on it goes to the pool, and nothing is queued after it.
    await untilPipelined();
    ended.length = 0;
    const again = sleepLong();
    await askAtOnce().then(() => ended.push("short"));
    expect(ended).toEqual(["short"]);
    await Promise.all(again);
  });
});

describe("a pipeline", () => {
  it("that breaks is replaced, and what was under way is asked once more", async () => {
    await untilPipelined();
    const asked = Array.from({ length: 20 }, () => database.read(SLEEP, [0.05, "a"]));
    await until(
      async () => {
        const { rows } = await admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'alliance-hub resources' and query like '%pg_sleep%' and datname = current_database()",
        );
        return rows.length;
      },
      (ended) => ended > 0,
    );
    for (const rows of await Promise.all(asked)) expect(rows).toMatchObject([{ slept: "a" }]);
    await untilPipelined();
  });

  it("whose server goes silent is given up in time, although more is asked on it meanwhile", async () => {
    await untilPipelined();
    proxy.fallSilent();
    const begun = performance.now();
    let isOver = false;
    const later: Promise<unknown>[] = [];
    const timer = setInterval(() => {
      if (!isOver) later.push(ask(1).catch((error: unknown) => awayIn(error)?.fault));
    }, 100);
    const fault = await ask(0).catch((error: unknown) => awayIn(error)?.fault);
    isOver = true;
    clearInterval(timer);
    expect(fault).toBe("did not answer in time");
    // If each one that is asked put it off, it would last for as long as somebody asks.
    expect(performance.now() - begun).toBeLessThan(10 * STATEMENT_MS);
    expect(new Set((await Promise.all(later)).map((one) => typeof one))).toEqual(
      new Set(["string"]),
    );
    proxy.resume();
    await until(
      () => ask(2).catch(() => undefined),
      (row) => row?.given === 2,
    );
  });

  it("does not keep the database from being closed", async () => {
    await untilPipelined();
    const asked = Promise.allSettled([1, 2, 3].map(() => database.read(SLEEP, [10, "a"])));
    await database.close();
    expect(new Set((await asked).map(({ status }) => status))).toEqual(new Set(["rejected"]));
  });
});
