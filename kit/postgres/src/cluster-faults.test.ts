import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { createCluster, type Cluster } from "./cluster.ts";
import { temporaryFolder } from "./temporary-folder.fixture.ts";

function start(directory: string, settings: Record<string, string> = {}): Promise<Cluster> {
  return createCluster({ directory, settings: { fsync: "off", ...settings } });
}

describe("a data folder that is not in order", () => {
  it("is cleaned of what a killed initdb left", async () => {
    await using folder = await temporaryFolder();
    const half = join(folder.path, "postgres.init-0");
    await mkdir(join(half, "base"), { recursive: true });
    await using cluster = await start(folder.path);
    expect(cluster.port).toBeGreaterThan(0);
    await expect(stat(half)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("without its password, or with a wrong one, is refused and not guessed at", async () => {
    await using folder = await temporaryFolder();
    await (await start(folder.path)).stop();
    const file = join(folder.path, "postgres.password");
    await rename(file, `${file}.kept`);
    await expect(start(folder.path)).rejects.toThrow(`the password file ${file} is missing`);
    await writeFile(file, "another");
    await expect(start(folder.path)).rejects.toThrow(
      `the password in ${file} is not that of the database cluster`,
    );
    await rename(`${file}.kept`, file);
    await using cluster = await start(folder.path);
    expect(cluster.port).toBeGreaterThan(0);
  });

  it("of another major version, or with something else in the cluster's place, is refused", async () => {
    await using folder = await temporaryFolder();
    await (await start(folder.path)).stop();
    await writeFile(join(folder.path, "postgres", "PG_VERSION"), "15\n");
    await expect(start(folder.path)).rejects.toThrow("was made by PostgreSQL 15, installed is 18.");
    await rm(join(folder.path, "postgres", "PG_VERSION"));
    await expect(start(folder.path)).rejects.toThrow("is not a database cluster");
  });

  it("that is a file is refused", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "file"), "");
    await expect(start(join(folder.path, "file"))).rejects.toThrow("cannot be used");
    await expect(start(join(folder.path, "file", "below"))).rejects.toThrow("cannot be used");
  });

  it("is let go when a setting keeps PostgreSQL from starting", async () => {
    await using folder = await temporaryFolder();
    await expect(start(folder.path, { max_connections: "many" })).rejects.toThrow(
      /did not start in .*invalid value for parameter "max_connections": "many"/,
    );
    await using cluster = await start(folder.path);
    expect(cluster.port).toBeGreaterThan(0);
  });

  it("has its log set aside when that has grown large", async () => {
    await using folder = await temporaryFolder();
    const log = join(folder.path, "postgres.log");
    await writeFile(log, "x".repeat(11 * 1024 * 1024));
    await using cluster = await start(folder.path);
    expect(cluster.port).toBeGreaterThan(0);
    expect((await stat(log)).size).toBeLessThan(100_000);
    expect((await readFile(`${log}.1`, "utf8")).startsWith("xxx")).toBe(true);
  });
});
