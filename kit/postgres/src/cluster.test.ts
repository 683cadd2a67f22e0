import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import { createCluster, type Cluster, type ClusterOptions } from "./cluster.ts";
import { ClusterError } from "./cluster-error.ts";
import { temporaryFolder } from "./temporary-folder.fixture.ts";

function start(directory: string, more: Partial<ClusterOptions> = {}): Promise<Cluster> {
  return createCluster({ directory, settings: { fsync: "off" }, ...more });
}

async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe("the hub's own PostgreSQL", () => {
  it("keeps data, password and port from one start to the next", async () => {
    await using folder = await temporaryFolder();
    const directory = join(folder.path, "data");
    const first = await start(directory);
    await first.createDatabase("shared");
    await ask(first.url("shared"), "CREATE TABLE need AS SELECT '会议室' AS title");
    await first.stop();
    expect(await first.exited).toEqual({ expected: true, code: 0, signal: null });

    await using second = await start(directory);
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await ask(second.url("shared"), "SELECT title FROM need")).toEqual([
      { title: "会议室" },
    ]);
  });

  it("speaks UTF-8, sorts by code point, knows letters beyond ASCII, keeps UTC", async () => {
    await using folder = await temporaryFolder();
    await using cluster = await start(folder.path);
    await ask(cluster.adminUrl, "CREATE EXTENSION pg_trgm");
    const rows = await ask(
      cluster.adminUrl,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
              lower('ÉCOLE') AS lower, 'a' < 'Z' AS by_language, cardinality(show_trgm('会议室')) AS trigrams,
              current_setting('TimeZone') AS zone, current_setting('data_checksums') AS checksums
         FROM pg_database WHERE datname = 'template1'`,
    );
    expect(rows).toEqual([
      {
        encoding: "UTF8",
        provider: "b",
        locale: "C.UTF-8",
        lower: "école",
        by_language: false,
        trigrams: 4,
        zone: "UTC",
        checksums: "on",
      },
    ]);
  });

  it("lets in nobody without the password, which its file keeps to the hub's user", async () => {
    await using folder = await temporaryFolder();
    const lines: string[] = [];
    await using cluster = await start(folder.path, { log: (line) => lines.push(line) });
    const file = join(folder.path, "postgres.password");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder.path, "postgres"))).mode & 0o777).toBe(0o700);
    const password = (await readFile(file, "utf8")).trim();
    expect(password).toMatch(/^[\w-]{43}$/);
    expect(await readFile(join(folder.path, "postgres.log"), "utf8")).not.toContain(password);
    expect(lines.join("\n")).not.toContain(password);

    const wrong = `postgres://hub:guess@127.0.0.1:${cluster.port}/postgres`;
    await expect(ask(wrong, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    expect(await ask(cluster.adminUrl, "SHOW listen_addresses")).toEqual([
      { listen_addresses: "127.0.0.1" },
    ]);
    expect(await ask(cluster.adminUrl, "SHOW unix_socket_directories")).toEqual([
      { unix_socket_directories: "" },
    ]);
  });

  it("gives PostgreSQL nothing of the hub's environment", async () => {
    await using folder = await temporaryFolder();
    process.env["PARTNER_SECRET_FOR_TEST"] = "confidential";
    try {
      await using cluster = await start(folder.path);
      await ask(cluster.adminUrl, "CREATE TABLE seen (line text)");
      await ask(cluster.adminUrl, "COPY seen FROM PROGRAM 'env'");
      const seen = JSON.stringify(await ask(cluster.adminUrl, "SELECT line FROM seen"));
      expect(seen).toContain("TZ=UTC");
      expect(seen).not.toContain("PARTNER_SECRET_FOR_TEST");
    } finally {
      delete process.env["PARTNER_SECRET_FOR_TEST"];
    }
  });

  it("says so when the port asked for is in use, and otherwise takes another", async () => {
    await using folder = await temporaryFolder();
    const first = await start(folder.path);
    await first.stop();
    await using other = createServer().listen(first.port, "127.0.0.1");
    await once(other, "listening");

    const refused = start(folder.path, { port: first.port });
    await expect(refused).rejects.toThrow(ClusterError);
    await expect(refused).rejects.toThrow(`port ${first.port} on 127.0.0.1`);
    await using second = await start(folder.path);
    expect(second.port).not.toBe(first.port);
  });

  it("creates databases from a template and drops them with their sessions", async () => {
    await using folder = await temporaryFolder();
    await using cluster = await start(folder.path);
    await cluster.createDatabase("template_hub");
    await ask(cluster.url("template_hub"), "CREATE TABLE region AS SELECT 1 AS id");
    await cluster.createDatabase('an odd "name"', "template_hub");
    const client = new Client({ connectionString: cluster.url('an odd "name"') });
    client.on("error", () => undefined);
    await client.connect();
    expect((await client.query("SELECT id FROM region")).rowCount).toBe(1);
    await cluster.dropDatabase('an odd "name"');
    await cluster.dropDatabase('an odd "name"');
    await client.end();

    await expect(cluster.createDatabase("template_hub")).rejects.toThrow("exists already");
    await expect(cluster.createDatabase("x", "nowhere")).rejects.toThrow('no database "nowhere"');
    await expect(cluster.createDatabase("长".repeat(22))).rejects.toThrow(
      "1 to 63 bytes, this one 66",
    );
  });
});
