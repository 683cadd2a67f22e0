import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import { createCluster, type Cluster } from "./cluster.ts";
import { otherHub } from "./other-hub.fixture.ts";
import { isAlive } from "./process-identity.ts";
import { temporaryFolder } from "./temporary-folder.fixture.ts";

function start(directory: string, log: (line: string) => void = () => undefined): Promise<Cluster> {
  return createCluster({ directory, log, settings: { fsync: "off" } });
}

async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterOf(directory: string): Promise<number> {
  return Number.parseInt(await readFile(join(directory, "postgres", "postmaster.pid"), "utf8"), 10);
}

/** Waits for the thing itself; Jest's own limit ends a wait that is in vain. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("taking a data folder over", () => {
  it("is refused while another hub lives, naming it", async () => {
    await using folder = await temporaryFolder();
    using other = await otherHub("cluster", folder.path);
    expect(other.answer).toMatch(/^postgres:/);
    await expect(start(folder.path)).rejects.toThrow(
      `another hub (process ${other.process.pid}) uses the data folder ${folder.path}; ` +
        "stop it or set HUB_DATA_DIR to another folder",
    );
    expect(await ask(other.answer, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
  });

  it("finds what was committed after the hub was killed, while its server still runs", async () => {
    await using folder = await temporaryFolder();
    using other = await otherHub("cluster", folder.path);
    await ask(other.answer, "CREATE TABLE agreement AS SELECT 7 AS id");
    const orphan = await postmasterOf(folder.path);
    // Stopped, the server cannot hear the watcher; continued, it has both wishes to hear.
    process.kill(orphan, "SIGSTOP");
    await other.kill();
    const lines: string[] = [];
    try {
      await using cluster = await start(folder.path, (line) => {
        lines.push(line);
        process.kill(orphan, "SIGCONT");
      });
      expect(lines).toEqual([
        `stopping PostgreSQL (process ${orphan}), which a previous hub left running`,
      ]);
      expect(await ask(cluster.adminUrl, "SELECT id FROM agreement")).toEqual([{ id: 7 }]);
      expect(await isAlive(orphan)).toBe(false);
    } finally {
      if (await isAlive(orphan)) process.kill(orphan, "SIGCONT"); // to hear the watcher at last
    }
  });

  it("has little to do, because the watcher stops the server of a killed hub", async () => {
    await using folder = await temporaryFolder();
    using other = await otherHub("cluster", folder.path);
    const orphan = await postmasterOf(folder.path);
    await other.kill();
    await until(async () => !(await isAlive(orphan)));
    await using cluster = await start(folder.path);
    expect(cluster.adminUrl).toBe(other.answer);
  });

  it("recovers when hub and server were killed at once", async () => {
    await using folder = await temporaryFolder();
    using other = await otherHub("cluster", folder.path);
    await ask(other.answer, "CREATE TABLE agreement AS SELECT 7 AS id");
    process.kill(await postmasterOf(folder.path), "SIGKILL");
    await other.kill();
    await using cluster = await start(folder.path);
    expect(await ask(cluster.adminUrl, "SELECT id FROM agreement")).toEqual([{ id: 7 }]);
  });

  it("leaves alone an unrelated process whose number stands in postmaster.pid", async () => {
    await using folder = await temporaryFolder();
    await (await start(folder.path)).stop();
    const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const unrelated = spawn("sleep", ["600"], account);
    await once(unrelated, "spawn");
    const stale = join(folder.path, "postgres", "postmaster.pid");
    try {
      for (const content of [`${unrelated.pid}\n${folder.path}\n1\n1\n\n\n\nready\n`, ""]) {
        await writeFile(stale, content);
        await (await start(folder.path)).stop();
      }
      expect(await isAlive(Number(unrelated.pid))).toBe(true);
    } finally {
      unrelated.kill();
    }
  });
});

describe("a server that dies", () => {
  it("is reported, and its folder can be used again once stop was called", async () => {
    await using folder = await temporaryFolder();
    const cluster = await start(folder.path);
    process.kill(await postmasterOf(folder.path), "SIGKILL");
    expect(await cluster.exited).toEqual({ expected: false, code: null, signal: "SIGKILL" });
    await expect(start(folder.path)).rejects.toThrow(`another hub (process ${process.pid})`);
    await cluster.stop();
    await using again = await start(folder.path);
    expect(await ask(again.adminUrl, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
  });

  it("is started again on its port, with what was committed, and its fault is told", async () => {
    await using folder = await temporaryFolder();
    const lines: string[] = [];
    await using cluster = await createCluster({
      directory: folder.path,
      log: (line) => lines.push(line),
      restartPausesMs: [0, 50],
    });
    await ask(cluster.adminUrl, "CREATE TABLE agreement AS SELECT 7 AS id");
    for (const attempt of [1, 2]) {
      const before = await postmasterOf(folder.path);
      process.kill(before, "SIGKILL");
      await until(async () => lines.filter((line) => /runs again/.test(line)).length === attempt);
      expect(await ask(cluster.adminUrl, "SELECT id FROM agreement")).toEqual([{ id: 7 }]);
      expect(await postmasterOf(folder.path)).not.toBe(before);
      expect(lines).toContain(
        `PostgreSQL ended by itself (SIGKILL); it is started again, attempt ${attempt} of 2`,
      );
    }
    // All attempts are used up.
    process.kill(await postmasterOf(folder.path), "SIGKILL");
    expect(await cluster.exited).toEqual({ expected: false, code: null, signal: "SIGKILL" });
  });

  it("may be stopped while it waits to be started again", async () => {
    await using folder = await temporaryFolder();
    const lines: string[] = [];
    const cluster = await createCluster({
      directory: folder.path,
      log: (line) => lines.push(line),
      restartPausesMs: [600_000],
    });
    process.kill(await postmasterOf(folder.path), "SIGKILL");
    await until(async () => lines.some((line) => /attempt 1 of 1/.test(line)));
    await cluster.stop();
    expect(await cluster.exited).toMatchObject({ expected: true });
    await (await start(folder.path)).stop();
  });
});
