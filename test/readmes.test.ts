import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";

const SUBGRAPHS = fileURLToPath(new URL("../../subgraphs/", import.meta.url));

/** Tables that every subgraph has for the same purpose. */
const OF_ALL = ["demonstration", "idempotency"];

async function tablesOf(subgraph: string): Promise<string[]> {
  const folder = join(SUBGRAPHS, subgraph, "src", "migrations");
  const files = await Promise.all(
    (await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")),
  );
  const made = files.flatMap((sql) => [...sql.matchAll(/create table (\w+)/gi)]);
  const dropped = files.flatMap((sql) => [...sql.matchAll(/drop table (\w+)/gi)]).map(([, x]) => x);
  return made
    .map(([, name = ""]) => name)
    .filter((name) => !OF_ALL.includes(name) && !dropped.includes(name));
}

describe("the README of a subgraph", () => {
  it.each(SUBGRAPH_NAMES)(
    "of %s names each of its tables, and says nothing twice",
    async (subgraph) => {
      const text = await readFile(join(SUBGRAPHS, subgraph, "README.md"), "utf8");
      const missing = (await tablesOf(subgraph)).filter((table) => !text.includes(`\`${table}\``));
      expect(missing).toEqual([]);
      const lines = text.split("\n");
      const said = lines
        .filter((line) => /^(\||#)/.test(line) && !/^\| *-/.test(line))
        .map((line) => (line.startsWith("|") ? line.split("|")[1] : line)?.trim());
      expect(said).toEqual([...new Set(said)]);
    },
  );
});
