import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { watchFolders } from "./changes.ts";
import { builtFile, readWorkspaces } from "./workspace.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

describe("the watch mode", () => {
  it("watches a workspace and all that it stands on", () => {
    const names = readWorkspaces(ROOT, "members").map(({ name }) => name);
    expect(names[0]).toBe("members");
    expect(names).toEqual(expect.arrayContaining(["platform", "sharing", "postgres"]));
    expect(names).not.toContain("resources");
    expect(() => readWorkspaces(ROOT, "member")).toThrow('no workspace "member"');
  });

  it("knows which file is built from a source", () => {
    const of = (source: string) => builtFile({ folder: join(ROOT, "w") }, join(ROOT, "w", source));
    expect(of("src/nouns/seat/seat.policy.ts")).toBe(
      join(ROOT, "w/dist/nouns/seat/seat.policy.js"),
    );
    expect(of("support/hub.ts")).toBe(join(ROOT, "w/dist/support/hub.js"));
    expect(of("src/migrations/0001_members.sql")).toBeUndefined();
  });

  it("tells each source that changed once, and nothing of what is built", async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, "src"));
    await mkdir(join(folder.path, "dist"));
    using changes = watchFolders([folder.path]);
    await writeFile(join(folder.path, "dist/seat.js"), "");
    await writeFile(join(folder.path, "src/seat.ts"), "1");
    await writeFile(join(folder.path, "src/seat.ts"), "2");
    expect(await changes.next()).toEqual([join(folder.path, "src/seat.ts")]);
    await writeFile(join(folder.path, "src/term.ts"), "");
    expect(await changes.next()).toEqual([join(folder.path, "src/term.ts")]);
  });
});
