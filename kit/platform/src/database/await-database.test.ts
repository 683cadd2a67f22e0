import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { untilDatabaseAnswers } from "./await-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
});

/** The address of a database that names the same server several times. */
function addressOf(name: string, ...hosts: readonly string[]): string {
  const url = new URL(database.url);
  const login = url.password === "" ? url.username : `${url.username}:${url.password}`;
  return `postgresql://${login}@${hosts.map((host) => `${host}:${url.port}`).join(",")}/${name}`;
}

describe("a start that waits for its database", () => {
  it("does not wait where each of several servers has said that there is none", async () => {
    const url = addressOf("no_such_database", "127.0.0.1", "localhost");
    const start = untilDatabaseAnswers({ url, waitMs: 600_000, report: () => undefined });
    await expect(start).rejects.toThrow(/refuses the connection .*no_such_database/);
  });

  it("waits on where it is lost after its first answer", async () => {
    const target = new URL(database.url);
    let connections = 0;
    const server = createServer((near) => {
      near.on("error", () => undefined);
      if (++connections === 2) return void near.destroy();
      const far = connect(Number(target.port), target.hostname);
      far.on("error", () => undefined);
      near.pipe(far).pipe(near);
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const url = new URL(database.url);
    url.port = String((server.address() as AddressInfo).port);
    const lines: string[] = [];
    await untilDatabaseAnswers({
      url: url.href,
      waitMs: 60_000,
      report: (line) => void lines.push(line),
    });
    server.close();
    expect(lines).toEqual([
      expect.stringContaining("waiting for"),
      expect.stringContaining("answers"),
    ]);
  });
});
