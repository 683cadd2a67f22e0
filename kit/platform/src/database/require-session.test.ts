import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { startSilentProxy } from "@alliance-hub/testing/silent-proxy";
import { startTransactionPooler } from "@alliance-hub/testing/transaction-pooler";
import { untilDatabaseAnswers } from "./await-database.ts";
import { DatabaseClient } from "./client.ts";
import { requireSession } from "./require-session.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
});

describe("a database", () => {
  it("that gives each connection a session of its own will do", async () => {
    await requireSession(database.url);
  });

  it("that goes silent with a statement is not waited for without end", async () => {
    await using proxy = await startSilentProxy(database.url);
    proxy.fallSilentAt(/begin/);
    const asked = requireSession(proxy.url, 2000);
    await expect(asked).rejects.toThrow("No answer came within 2000 ms");
  });

  it("behind a pooler that shares them by transaction is refused at the start, saying what to do", async () => {
    await using pooler = await startTransactionPooler(database.url);
    const start = untilDatabaseAnswers({ url: pooler.url, waitMs: 0, report: () => undefined });
    await expect(start).rejects.toThrow(/pooler that shares .* Set pool_mode = session/);
  });

  it("sets what belongs to a session by a statement, since poolers let no startup options through", async () => {
    const client = new DatabaseClient({
      connectionString: database.url,
      options: "-c role=hub_members -c search_path=members,\\ public -c statement_timeout=7000",
      lock_timeout: 3000,
    });
    await client.connect();
    const { rows } = await client.query(
      `select current_user as role, current_setting('search_path') as path,
              current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`,
    );
    expect(rows).toEqual([
      { role: "hub_members", path: "members, public", statement: "7s", lock: "3s" },
    ]);
    await client.end();
    const wrong = new DatabaseClient({
      connectionString: database.url,
      options: "-c role=hub_nobody",
    });
    await expect(wrong.connect()).rejects.toThrow(/hub_nobody/);
  });
});
