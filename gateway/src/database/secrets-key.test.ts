import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openSecretsKey } from "./secrets-key.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "alliance-hub-key-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const open = (over: object = {}, report?: (step: string) => void) =>
  openSecretsKey(
    { secretsKey: undefined, databaseUrl: undefined, dataDirectory: join(folder, "data"), ...over },
    report,
  );

describe("the key for secrets", () => {
  it("is made once, for its owner's eyes alone", async () => {
    const keys = await Promise.all([open(), open(), open()]);
    expect(keys[0]).toHaveLength(32);
    for (const key of [...keys, await open()]) expect(key).toEqual(keys[0]);
    expect((await stat(join(folder, "data", "secrets-key"))).mode & 0o777).toBe(0o600);
  });

  it("is that of the settings where they have one", async () => {
    const secretsKey = Buffer.alloc(32, 1);
    expect(await open({ secretsKey })).toBe(secretsKey);
    await expect(stat(join(folder, "data"))).rejects.toThrow();
  });

  it("says where hubs that share a database need one of the settings", async () => {
    const said: string[] = [];
    await open({}, (step) => said.push(step));
    expect(said).toEqual([]);
    await open({ databaseUrl: "postgres://db/x" }, (step) => said.push(step));
    expect(said).toEqual([expect.stringContaining("HUB_SECRETS_KEY")]);
  });

  it("is none where none can be kept, and that is said", async () => {
    const said: string[] = [];
    const file = join(folder, "no-folder");
    await writeFile(file, "");
    expect(await open({ dataDirectory: file }, (step) => said.push(step))).toBeUndefined();
    expect(said).toEqual([expect.stringContaining("Webhooks: off")]);
  });

  it("is never replaced where it cannot be read", async () => {
    await writeFile(join(folder, "secrets-key"), "spoilt");
    await expect(open({ dataDirectory: folder })).rejects.toThrow(/secrets-key/);
  });
});
