import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { sql } from "kysely";
import { awayIn } from "../errors/database-away.ts";
import { type SilentProxy, startSilentProxy } from "@alliance-hub/testing/silent-proxy";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { until } from "@alliance-hub/testing/until";
import { type Database, connectDatabase } from "./connect.ts";

const STATEMENT_MS = 4000;
/** How long a probe waits at least. */
const PROBE_MS = 1000;

let server: TestDatabase;
let proxy: SilentProxy;
let database: Database<object>;
beforeEach(async () => {
  server = await createTestDatabase();
  proxy = await startSilentProxy(server.url);
  database = await connectDatabase(
    { url: proxy.url, schema: "resources", poolSize: 2, statementTimeoutMs: STATEMENT_MS },
    [],
  );
});
afterEach(async () => {
  await database.close();
  await proxy[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** Asks the database. @returns what it did instead of answering, if it did not answer. */
async function ask(): Promise<string | undefined> {
  try {
    await sql`select 1`.execute(database.rows);
    return undefined;
  } catch (error) {
    return awayIn(error)?.fault;
  }
}

/** Holds a connection, so that another one is opened beside it. */
const hold = (): Promise<unknown> => sql`select pg_sleep(0.1)`.execute(database.rows);

const AT_ONCE = "does not answer, and is asked until it does";

describe("a database that has been found silent", () => {
  it("is asked by one probe at a time, and nobody else waits for it, until it answers", async () => {
    await until(
      async () => {
        await Promise.all([hold(), hold()]);
        return database.pool.total;
      },
      (total) => total === 2,
    );
    proxy.fallSilent();
    // Both connections of the pool wait for answers, and a third statement waits for one of them.
    const first = await Promise.all([ask(), ask(), ask()]);
    expect(first).toEqual(["did not answer in time", "did not answer in time", AT_ONCE]);
    const begun = performance.now();
    const knocked = proxy.openedInVain;
    for (let nth = 0; nth < 50; nth++) expect(await ask()).toBe(AT_ONCE);
    expect(await database.isReady()).toBe(false);
    // If fifty statements had waited, each until its own limit, this would have taken minutes.
    const tookMs = performance.now() - begun;
    expect(tookMs).toBeLessThan(30_000);
    expect(proxy.openedInVain - knocked).toBeLessThanOrEqual(2 + tookMs / PROBE_MS);
    proxy.resume();
    await until(ask, (fault) => fault === undefined);
    expect(await database.isReady()).toBe(true);
  });

  it("is known, too, by a connection that does not come about", async () => {
    proxy.fallSilent();
    expect(await ask()).toBe("cannot be reached");
    expect(await ask()).toBe(AT_ONCE);
    proxy.resume();
    await until(ask, (fault) => fault === undefined);
  });

  it("keeps nobody who stops waiting", async () => {
    const other = await connectDatabase<object>(
      { url: proxy.url, schema: "resources", poolSize: 1, statementTimeoutMs: 2000 },
      [],
    );
    await sql`select 1`.execute(other.rows);
    proxy.fallSilent();
    await expect(sql`select 1`.execute(other.rows)).rejects.toThrow();
    await other.close();
    await expect(sql`select 1`.execute(other.rows)).rejects.toThrow("the hub is stopping");
  });
});
