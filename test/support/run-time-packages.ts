import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What tests alone read. */
const OF_TESTS = /\.test\.tsx?$|\.fixture\.ts$|\/test\/|\/testing\//;

/**
 * Packages that the sources of a workspace load when they run: no types, nothing of Node.js itself.
 *
 * @param workspace its folder, such as `kit/platform`.
 * @returns packages by the name that `package.json` knows them by, each with a file that loads it.
 */
export async function readRunTimePackages(workspace: string): Promise<ReadonlyMap<string, string>> {
  const folder = `${ROOT}${workspace}/src`;
  const packages = new Map<string, string>();
  for (const file of await readdir(folder, { recursive: true })) {
    if (!/\.tsx?$/.test(file) || OF_TESTS.test(`/${file}`)) continue;
    const text = await readFile(`${folder}/${file}`, "utf8");
    for (const specifier of loadedBy(file, text)) {
      if (!/^(?:\.|node:)/.test(specifier)) packages.set(packageOf(specifier), file);
    }
  }
  return packages;
}

function loadedBy(file: string, text: string): string[] {
  const { module } = parseSync(file, text);
  return [
    ...module.staticImports
      .filter(({ start }) => !text.startsWith("import type ", start))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...module.dynamicImports.flatMap(
      ({ moduleRequest: { start, end } }) => /^"(.+)"$/.exec(text.slice(start, end))?.[1] ?? [],
    ),
  ];
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
