import { type Server, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { type ServerPair, startServerPair } from "@alliance-hub/testing/server-pair";
import { until } from "@alliance-hub/testing/until";
import { DatabaseClient } from "./client.ts";

let pair: ServerPair;
/** Accepts connections and never answers. */
let silent: Server;
let silentPort: number;

beforeAll(async () => {
  pair = await startServerPair("needs");
  silent = createServer((socket) => socket.on("error", () => undefined));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  silentPort = typeof address === "object" && address ? address.port : 0;
});
afterAll(async () => {
  silent.close();
  await pair[Symbol.asyncDispose]();
});

const SERVER = "select current_setting('port')::integer as port";

describe("a connection to a database on several servers", () => {
  it("keeps options of the address beside those of the caller", async () => {
    const url = new URL(pair.primary.url("needs"));
    url.searchParams.set("options", "-c geqo=off -c work_mem=5MB");
    const client = new DatabaseClient({ connectionString: url.href, options: "-c work_mem=6MB" });
    await client.connect();
    const { rows } = await client.query(
      "select current_setting('geqo') as geqo, current_setting('work_mem') as memory",
    );
    expect(rows).toEqual([{ geqo: "off", memory: "6MB" }]);
    await client.end();
  });

  it("goes to the one that accepts writes, past one that only reads and one that is silent", async () => {
    const url = pair.url("needs").replace("@", `@127.0.0.1:${silentPort},`);
    const client = new DatabaseClient({ connectionString: url });
    await client.connect();
    expect((await client.query(SERVER)).rows).toEqual([{ port: pair.primary.port }]);
    await client.end();
  });

  it("is refused by a read-only server, where there is no other", async () => {
    const url = `${pair.standby.url("needs")}?target_session_attrs=read-write`;
    await expect(new DatabaseClient({ connectionString: url }).connect()).rejects.toThrow(
      `127.0.0.1:${pair.standby.port} is read-only`,
    );
    const nowhere = `postgres://me:hush@127.0.0.1:${pair.standby.port},127.0.0.1:1/needs`;
    const fault: unknown = await new DatabaseClient({ connectionString: nowhere })
      .connect()
      .catch((error: unknown) => error);
    expect(String(fault)).toMatch(/No server of DATABASE_URL accepts writes: .*; .*ECONNREFUSED/);
    expect(String(fault)).not.toContain("hush");
  });

  it("is given up when its server becomes read-only, and the next finds the promoted standby", async () => {
    const pool = new pg.Pool({
      connectionString: pair.url("needs"),
      Client: DatabaseClient,
      max: 1,
      connectionTimeoutMillis: 10_000,
    });
    pool.on("error", () => undefined);
    await pool.query("create table need as select 7 as id");
    await pair.untilFollowed();
    // Set to read-only, as before a planned change of servers.
    await admin(pair.primary.adminUrl, "alter system set default_transaction_read_only = on");
    await admin(pair.primary.adminUrl, "select pg_reload_conf()");
    await expect(
      until(
        () => pool.query("insert into need values (8)"),
        () => false,
      ),
    ).rejects.toMatchObject({ code: "25006" });
    await pair.untilFollowed();
    await pair.promote();
    const { rows } = await pool.query(SERVER);
    expect(rows).toEqual([{ port: pair.standby.port }]);
    await pool.query("insert into need values (9)");
    expect((await pool.query("select min(id) as least from need")).rows).toEqual([{ least: 7 }]);
    await pool.end();
  });
});

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
