import { once } from "node:events";
import { type Server, connect, createServer } from "node:net";
import { describe, expect, it } from "@jest/globals";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { DEMONSTRATION } from "../../support/hub.ts";
import { freePort } from "../../support/ports.ts";
import { startProduct } from "../../support/product-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Every program that needs the database, with arguments that would do. */
const PROGRAMS = [
  ["main.js", []],
  ["commands/operator.js", ["--subject", "a", "--region", "445202"]],
  ["commands/partner.js", ["--name", "portal", "--revoke"]],
  ["commands/demo.js", ["--scale", "1"]],
  ["commands/start-split.js", []],
  ["../../subgraphs/resources/dist/main.js", []],
] as const;

/** A server that takes connections and says nothing. */
async function listenSilently(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.on("error", () => undefined));
  const port = await freePort();
  await once(server.listen(port, "127.0.0.1"), "listening");
  return { server, port };
}

describe("a start on a database that is away", () => {
  it.each(PROGRAMS)("of %s says what it waits for, and ends in a sentence", async (file, args) => {
    await using folder = await temporaryFolder();
    const port = await freePort();
    const program = startProduct(file, {
      args,
      environment: {
        PORT: "0",
        DATABASE_URL: `postgres://me:hush@127.0.0.1:${port}/hub`,
        HUB_DATABASE_WAIT_SECONDS: "1",
        HUB_DATA_DIR: folder.path,
        HUB_GATEWAY_SECRET: "x".repeat(32),
      },
    });
    expect(await program.ended).toBe(1);
    const said = program.output();
    expect(said).toContain(`PostgreSQL: waiting for 127.0.0.1:${port}, 1 s at most`);
    expect(said).toContain(`The database 127.0.0.1:${port} has not answered within 1 s`);
    expect(said).toContain("HUB_DATABASE_WAIT_SECONDS");
    expect(said).not.toMatch(/ {4}at |hush/);
  });

  it("takes one that accepts and never answers for away, too", async () => {
    await using folder = await temporaryFolder();
    const { server, port } = await listenSilently();
    const hub = startProduct("main.js", {
      environment: {
        PORT: "0",
        DATABASE_URL: `postgres://me@127.0.0.1:${port},127.0.0.1:${port}/hub`,
        HUB_DATABASE_WAIT_SECONDS: "1",
        HUB_DATA_DIR: folder.path,
      },
    });
    expect(await hub.ended).toBe(1);
    expect(hub.output()).toContain("has not answered within 1 s");
    server.close();
  });

  it("goes on once the database is there", async () => {
    await using closing = new AsyncDisposableStack();
    const database = closing.use(await createTestDatabase(DEMONSTRATION));
    const folder = closing.use(await temporaryFolder());
    const address = new URL(database.url);
    const real = Number(address.port);
    const [port, hubPort] = [await freePort(), await freePort()];
    address.port = String(port);
    const hub = closing.use(
      startProduct("main.js", {
        environment: {
          PORT: String(hubPort),
          DATABASE_URL: address.href,
          HUB_DATA_DIR: folder.path,
          LOG_LEVEL: "silent",
        },
      }),
    );
    await hub.untilSaid(/PostgreSQL: waiting for/);
    const door = createServer((socket) => {
      const inner = connect(real, "127.0.0.1");
      socket.pipe(inner).pipe(socket);
      for (const end of [socket, inner]) end.on("error", () => undefined);
    }).listen(port, "127.0.0.1");
    closing.defer(() => void door.close());
    await hub.untilReady(`http://127.0.0.1:${hubPort}`);
    expect(hub.output()).toContain(`PostgreSQL: 127.0.0.1:${port} answers`);
    expect(await hub.stop()).toBe(0);
  });

  it("does not wait where nothing would come of it", async () => {
    await using database = await createTestDatabase();
    await using folder = await temporaryFolder();
    const address = new URL(database.url);
    address.password = "hush";
    const hub = startProduct("main.js", {
      environment: {
        PORT: "0",
        DATABASE_URL: address.href,
        HUB_DATABASE_WAIT_SECONDS: "3600",
        HUB_DATA_DIR: folder.path,
      },
    });
    expect(await hub.ended).toBe(1);
    expect(hub.output()).toMatch(/The hub did not start\. The database .* refuses the connection/);
    expect(hub.output()).not.toMatch(/ {4}at |hush/);
  });
});
