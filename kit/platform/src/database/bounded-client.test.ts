import { type AddressInfo, type Socket, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type pg from "pg";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { BoundedClient } from "./bounded-client.ts";

let server: TestDatabase;
beforeAll(async () => {
  server = await createTestDatabase();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

async function open(statementLimitMs: number): Promise<BoundedClient> {
  const client = new BoundedClient({ connectionString: server.url, statementLimitMs });
  await client.connect();
  return client;
}
const ask = (client: BoundedClient, text: string): Promise<pg.QueryResult> =>
  client.query(text) as Promise<pg.QueryResult>;

describe("a connection with limits", () => {
  it("is given up with a statement that is not answered in time", async () => {
    const client = await open(200);
    await expect(ask(client, "select pg_sleep(60)")).rejects.toThrow(
      "No answer came within 200 ms",
    );
    expect(client.isBroken).toBe(true);
    await expect(ask(client, "select 1")).rejects.toThrow();
    await client.end();
  });

  it("is kept where each statement is answered in time, however many there are", async () => {
    const client = await open(2000);
    for (let nth = 0; nth < 8; nth++) await ask(client, "select pg_sleep(0.3)");
    expect(client.isBroken).toBe(false);
    await client.end();
  });

  it("has no limit where the session has lifted that of the server", async () => {
    const client = await open(1000);
    await ask(client, "begin");
    await ask(client, "set local statement_timeout = 0");
    await ask(client, "select pg_sleep(1.5)");
    await ask(client, "commit");
    await expect(ask(client, "select pg_sleep(60)")).rejects.toThrow("No answer");
    await client.end();
  });

  it("closes, and fails to open, also where nobody answers", async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => sockets.add(socket.on("error", () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const client = new BoundedClient({ connectionString: `postgres://a@127.0.0.1:${port}/b` });
    await expect(client.connect()).rejects.toThrow();
    await client.end();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });
});
