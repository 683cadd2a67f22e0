import { randomBytes } from "node:crypto";
import { readFile, readdir, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { temporaryFolder } from "@alliance-hub/postgres/temporary-folder.fixture";
import { createBackupWriter } from "./backup-writer.ts";
import { RowsDigest } from "./rows-digest.ts";
import { verifyBackup } from "./verify-backup.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await folder?.[Symbol.asyncDispose]();
});

const header = {
  takenAt: "2026-03-01T04:00:00Z",
  serverVersion: "18",
  migrations: {},
  unsettledLogs: [],
};
const table = { name: "resources.need", columns: ["id"] };
// Few, for every single byte is changed once.
const rows = Buffer.from(`${randomBytes(200).toString("hex").replaceAll("0", "0\n")}\n`);

/** A backup of one table. @param over what its manifest says instead. */
async function write(name: string, over: object = {}): Promise<string> {
  const path = join(folder.path, name);
  await using writer = await createBackupWriter(path);
  const digest = new RowsDigest();
  digest.update(rows);
  const content = { rows: digest.rows, digest: digest.value, ...over };
  await writer.frame("H", header);
  await writer.frame("T", table);
  for (let from = 0; from < rows.length; from += 70)
    await writer.frame("D", rows.subarray(from, from + 70));
  await writer.frame("E", content);
  await writer.frame("M", { tables: [{ ...table, ...content }], sequences: [], secrets: {} });
  await writer.finish();
  await writer.publish();
  return path;
}

describe("a backup file", () => {
  it("is read as it was written, by its owner alone", async () => {
    const path = await write("sound");
    const { header: read, manifest } = await verifyBackup(path);
    expect(read).toEqual(header);
    expect(manifest.tables).toEqual([expect.objectContaining(table)]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder.path)).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  it("is refused with any byte changed, and wherever it is cut", async () => {
    const path = await write("victim");
    const sound = await readFile(path);
    const other = join(folder.path, "changed");
    for (let at = 0; at < sound.length; at++) {
      const changed = Buffer.from(sound);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(other, changed);
      await expect(verifyBackup(other)).rejects.toThrow(/damaged|incomplete|not a backup|format/);
    }
    for (let length = sound.length - 1; length >= 0; length -= 29) {
      await writeFile(other, sound);
      await truncate(other, length);
      await expect(verifyBackup(other)).rejects.toThrow(/incomplete|not a backup|damaged/);
    }
    await writeFile(other, Buffer.concat([sound, Buffer.from("\n")]));
    await expect(verifyBackup(other)).rejects.toThrow("incomplete");
  });

  it("is refused if its rows are not those of its manifest", async () => {
    const path = await write("other-rows", { digest: "0".repeat(32) });
    await expect(verifyBackup(path)).rejects.toThrow("resources.need");
  });

  it("never has its name before it is whole, and overwrites nothing", async () => {
    const path = join(folder.path, "given-up");
    {
      await using writer = await createBackupWriter(path);
      await writer.frame("H", header);
      expect(await readdir(folder.path)).not.toContain("given-up");
    }
    expect((await readdir(folder.path)).filter((name) => name.startsWith("given-up"))).toEqual([]);
    await writeFile(path, "somebody's");
    await expect(write("given-up")).rejects.toThrow("already exists");
    expect(await readFile(path, "utf8")).toBe("somebody's");
  });

  it("says so where it cannot be written, or is not there", async () => {
    await expect(createBackupWriter(join(folder.path, "none", "file"))).rejects.toThrow(
      "cannot be written",
    );
    await expect(verifyBackup(join(folder.path, "none"))).rejects.toThrow("cannot be read");
  });
});
