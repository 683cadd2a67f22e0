import { readFile, readdir } from "node:fs/promises";
import { dirname, posix } from "node:path";
import type { Manifest } from "vite";

/** What the scripts of one page are. */
export interface RouteFiles {
  /** Its address, as its route says: `/resources/$id`. */
  readonly path: string;
  /** Scripts that it needs beside the first one, so that they need not wait for that. */
  readonly preload: readonly string[];
}

/** Reads which scripts each route needs. @param root of the workspace. @param entry the first script. */
export async function readRouteFiles(
  root: string,
  manifest: Manifest,
  entry: string,
): Promise<RouteFiles[]> {
  const all = await readdir(`${root}src/routes`, { recursive: true });
  const routes = all.filter((file) => /(^|\/)route\.ts$/.test(file)).toSorted();
  return await Promise.all(
    routes.map(async (file) => {
      const text = await readFile(`${root}src/routes/${file}`, "utf8");
      const path = /path: "([^"]+)"/.exec(text)?.[1];
      const page = /import\("(\.[^"]+)"\)/.exec(text)?.[1];
      if (path === undefined || page === undefined)
        throw new Error(`${file} names no path, or loads no page.`);
      const needed = new Set<string>();
      collect(posix.join("src/routes", dirname(file), page), manifest, needed);
      needed.delete(manifest[entry]?.file ?? "");
      for (const name of manifest[entry]?.imports ?? []) needed.delete(manifest[name]?.file ?? "");
      return { path, preload: [...needed] };
    }),
  );
}

function collect(name: string, manifest: Manifest, needed: Set<string>): void {
  const found = manifest[name];
  if (!found || needed.has(found.file)) return;
  needed.add(found.file);
  for (const imported of found.imports ?? []) collect(imported, manifest, needed);
}
