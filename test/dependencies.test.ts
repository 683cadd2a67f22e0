import { readFile, readdir } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { readRunTimePackages } from "./support/run-time-packages.ts";

const ROOT = new URL("../../", import.meta.url);
/** Where workspaces are that run in service; `kit/testing` is for tests alone. */
const WORKSPACES = [
  "gateway",
  ...(await readdir(new URL("kit/", ROOT)))
    .filter((name) => name !== "testing")
    .map((name) => `kit/${name}`),
  ...(await readdir(new URL("subgraphs/", ROOT))).map((name) => `subgraphs/${name}`),
];

describe("an installation without development dependencies has all that runs", () => {
  it.each(WORKSPACES)("of %s", async (workspace) => {
    const text = await readFile(new URL(`${workspace}/package.json`, ROOT), "utf8");
    const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
    const loaded = [...(await readRunTimePackages(workspace))];
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter(([name]) => !Object.hasOwn(dependencies, name))).toEqual([]);
  });
});
