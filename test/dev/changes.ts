import { watch } from "node:fs";
import { join } from "node:path";

/** Files beside the sources that are not sources. */
const BUILT = /(^|[/\\])(dist|node_modules|\.turbo|\.hub)([/\\]|$)/;

/**
 * An editor writes a file in several steps, so wait until nothing has changed for this time, in milliseconds.
 */
const QUIET_MS = 100;

/** Files that change below some folders. */
export interface Changes extends Disposable {
  /** Those that have changed since the last call, each once; waits until there are some. */
  next(): Promise<readonly string[]>;
}

/** @param folders that are watched, with all below them. */
export function watchFolders(folders: readonly string[]): Changes {
  const changed = new Set<string>();
  let quiet: NodeJS.Timeout | undefined;
  let settled = Promise.withResolvers<void>();
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, file) => {
      if (file === null || BUILT.test(file)) return;
      changed.add(join(folder, file));
      clearTimeout(quiet);
      quiet = setTimeout(() => settled.resolve(), QUIET_MS);
    }),
  );
  return {
    next: async () => {
      do {
        await settled.promise;
        settled = Promise.withResolvers();
      } while (changed.size === 0);
      const files = [...changed];
      changed.clear();
      return files;
    },
    [Symbol.dispose]: () => {
      clearTimeout(quiet);
      for (const watcher of watchers) watcher.close();
    },
  };
}
