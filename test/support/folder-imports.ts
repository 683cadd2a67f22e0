import { readFile, readdir } from "node:fs/promises";
import { dirname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Files that only tests use. They may import everything, wherever they are. */
const OF_TESTS = /\.test\.tsx?$|\.fixture\.ts$|\/src\/test\/|\/testing\//;

/** Folders, each with those that its files import from and the imports themselves, as `file > file`. */
export type FolderImports = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * Reads the imports between folders, types and dynamic imports included.
 *
 * @param area a folder of the repository, such as `gateway/src`.
 */
export async function readFolderImports(area: string): Promise<FolderImports> {
  const files = (await readdir(join(ROOT, area), { recursive: true }))
    .map((file) => join(area, file))
    .filter((file) => /\.tsx?$/.test(file) && !/node_modules|\/dist\//.test(file));
  const known = new Set(files.filter((file) => !OF_TESTS.test(file)));
  const folders = new Map<string, Map<string, string[]>>();
  for (const file of known) {
    const text = await readFile(join(ROOT, file), "utf8");
    for (const specifier of specifiersOf(file, text)) {
      const target = resolve(file, specifier);
      if (!known.has(target) || folderOf(target) === folderOf(file)) continue;
      const goals = folders.get(folderOf(file)) ?? new Map<string, string[]>();
      folders.set(folderOf(file), goals);
      goals.set(folderOf(target), [...(goals.get(folderOf(target)) ?? []), `${file} > ${target}`]);
    }
  }
  return folders;
}

function specifiersOf(file: string, text: string): string[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      text.slice(start + 1, end - 1),
    ),
  ];
}

/** A workspace has the name of its folder. */
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith(".")) return normalize(join(dirname(file), specifier));
  const [scope, name, ...path] = specifier.split("/");
  return scope === "@alliance-hub" ? `kit/${name}/src/${path.join("/")}.ts` : specifier;
}

function folderOf(file: string): string {
  const folder = dirname(file);
  return folder.endsWith("/src") && !folder.startsWith("kit/") ? file : folder;
}

/** Cycles of folders (strongly connected parts), each as the imports between its folders. */
export function cyclesOf(folders: FolderImports): string[][] {
  const reached = new Map(
    [...folders.keys()].map((folder) => [folder, reachable(folders, folder)]),
  );
  const parts = new Map<string, Set<string>>();
  for (const [folder, goals] of reached) {
    if (!goals.has(folder)) continue;
    const part = [...goals].filter((goal) => reached.get(goal)?.has(folder)).toSorted();
    parts.set(part.join(), new Set(part));
  }
  return [...parts.values()].map((part) =>
    [...part].flatMap((from) =>
      [...(folders.get(from) ?? [])].flatMap(([to, imports]) => (part.has(to) ? imports : [])),
    ),
  );
}

function reachable(folders: FolderImports, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [from];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const goal of folders.get(folder)?.keys() ?? []) {
      if (found.has(goal)) continue;
      found.add(goal);
      open.push(goal);
    }
  }
  return found;
}
