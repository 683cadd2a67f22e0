import { lstat, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { ClusterError, codeOf } from "./cluster-error.ts";

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * npm packages cannot hold symbolic links, so the platform package lists those among its libraries
 * in `native/pg-symlinks.json` and makes them in a postinstall script. Where install scripts were
 * blocked we make them here.
 *
 * @param root folder of the package; @param name its name, for the message
 */
export async function restoreLinks(root: string, name: string): Promise<void> {
  for (const { source, target } of await readLinks(join(root, "native", "pg-symlinks.json"))) {
    const path = join(root, target);
    if (!path.startsWith(join(root, "native"))) continue;
    try {
      if (await exists(path)) continue;
      await symlink(relative(dirname(target), source), path);
    } catch (error) {
      if (codeOf(error) === "EEXIST") continue; // another process was faster
      throw new ClusterError(
        `the library link ${basename(path)} is missing in ${dirname(path)} and cannot be made ` +
          `(${codeOf(error) ?? "unknown"}); run: npm rebuild ${name}`,
      );
    }
  }
}

async function readLinks(file: string): Promise<readonly Link[]> {
  try {
    const links: readonly Link[] = JSON.parse(await readFile(file, "utf8"));
    return links;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return []; // a platform without links
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}
