import { readFile, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Folders of the repository's root with files that documents name. */
const TOP = [".ci", "deploy", "docs", "gateway", "kit", "schema", "subgraphs", "test", "web"];
const NOT_KEPT = /(^|\/)(?:node_modules|dist|\.turbo|\.hub)(\/|$)/;

async function documents(): Promise<string[]> {
  const inDocs = (await readdir(join(ROOT, "docs"))).filter((name) => name.endsWith(".md"));
  return [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "README.md",
    "README.zh-CN.md",
    "schema/README.md",
    ...inDocs.map((name) => `docs/${name}`),
    ...SUBGRAPH_NAMES.map((name) => `subgraphs/${name}/README.md`),
  ];
}

async function exists(path: string): Promise<boolean> {
  return await stat(join(ROOT, path)).then(
    () => true,
    () => false,
  );
}

/** All files below the folders of the root. */
async function filesOf(): Promise<readonly string[]> {
  const found = await Promise.all(
    TOP.map(async (folder) =>
      (await readdir(join(ROOT, folder), { recursive: true })).map((file) => `${folder}/${file}`),
    ),
  );
  return found.flat().filter((file) => !NOT_KEPT.test(file));
}

/** Where relative links of a document lead, from the root. */
function linksOf(document: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^\w+:/.test(target))
    .map((target) => join(dirname(document), target));
}

/** Paths in code spans, from the root; what is built is looked for where it is built from. */
function pathsOf(text: string): string[] {
  return [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => TOP.includes(path.split("/")[0] ?? ""))
    .map((path) => path.replace(/\/dist\//, "/src/").replace(/\.js$/, ".ts"));
}

/** Source files in code spans, such as `hub.ts`, or by the end of their path, such as `streams/fan-out.ts`. */
function namesOf(text: string): string[] {
  return [...text.matchAll(/`((?:[\w.-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:ts|tsx|sql|graphql))`/g)].map(
    ([, name = ""]) => name,
  );
}

/** Folders in code spans, such as `verify/`. */
function foldersOf(text: string): string[] {
  return [...text.matchAll(/`((?:[\w.-]+\/)+)`/g)].map(([, name = ""]) => name);
}

describe("what documents name is there", () => {
  it("links, paths and files", async () => {
    const files = await filesOf();
    const missing: string[] = [];
    for (const document of await documents()) {
      const text = await readFile(join(ROOT, document), "utf8");
      for (const path of [...linksOf(document, text), ...pathsOf(text)])
        if (!(await exists(path))) missing.push(`${document}: ${path}`);
      for (const name of foldersOf(text))
        if (!NOT_KEPT.test(name) && !files.some((file) => `/${file}`.includes(`/${name}`)))
          missing.push(`${document}: ${name}`);
      for (const name of namesOf(text))
        if (!files.some((file) => `/${file}`.endsWith(`/${name}`)))
          missing.push(`${document}: ${name}`);
    }
    expect(missing).toEqual([]);
  });
});
