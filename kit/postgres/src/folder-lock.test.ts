import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { lockFolder } from "./folder-lock.ts";
import { otherHub } from "./other-hub.fixture.ts";
import { startOf } from "./process-identity.ts";
import { temporaryFolder } from "./temporary-folder.fixture.ts";

describe("the lock of a data folder", () => {
  it("is held until disposed of, also against the same process", async () => {
    await using folder = await temporaryFolder();
    const first = await lockFolder(folder.path);
    await expect(lockFolder(folder.path)).rejects.toThrow(`another hub (process ${process.pid})`);
    await first[Symbol.asyncDispose]();
    await using second = await lockFolder(folder.path);
    expect(await readdir(folder.path)).toEqual(["hub.lock"]);
    expect(second.path).toBe(join(folder.path, "hub.lock"));
  });

  it("left by a killed hub is won by exactly one of many", async () => {
    await using folder = await temporaryFolder();
    using dead = await otherHub("lock", folder.path);
    expect(dead.answer).toBe("locked");
    await dead.kill();
    using one = await otherHub("lock", folder.path);
    await one.kill();
    const racers = await Promise.all(
      Array.from({ length: 4 }, () => otherHub("lock", folder.path)),
    );
    const within = await Promise.allSettled(
      Array.from({ length: 20 }, () => lockFolder(folder.path)),
    );
    expect(racers.filter(({ answer }) => answer === "locked")).toHaveLength(1);
    expect(within.filter(({ status }) => status === "fulfilled")).toHaveLength(0);
    for (const racer of racers) await racer.kill();

    const again = await Promise.allSettled(
      Array.from({ length: 50 }, () => lockFolder(folder.path)),
    );
    expect(again.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readdir(folder.path)).toEqual(["hub.lock"]);
  });

  it("is stale when its process number belongs to a later process, or its text is cut short", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "hub.lock");
    const mark = await startOf(process.pid);
    for (const stale of [`{"pid":${process.pid},"start":"1@${mark}","id":"x"}`, '{"pid":', ""]) {
      await writeFile(path, stale);
      await (await lockFolder(folder.path))[Symbol.asyncDispose]();
    }
    expect(await readdir(folder.path)).toEqual([]);
  });
});
