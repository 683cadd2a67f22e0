import { readFile } from "node:fs/promises";
import { unwatchFile, watchFile } from "node:fs";

/** A supergraph that is no file, or no supergraph. Its message names the file and the rule. */
export class SupergraphError extends Error {
  constructor(file: string, fault: string) {
    super(`The supergraph ${file} ${fault}`);
    this.name = "SupergraphError";
  }
}

/** @throws SupergraphError if there is nothing to read. */
export async function readSupergraph(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new SupergraphError(file, `cannot be read (${error.code ?? error.message}).`);
  });
  if (text.trim() === "") throw new SupergraphError(file, "is empty.");
  return text;
}

/** How often the file is looked at, in milliseconds. */
const LOOK_MS = 150;
/** How long it must then stay the same before it is read, in milliseconds: longer than one look. */
const SETTLE_MS = 200;

/**
 * Calls back whenever the file is another one and has come to rest. It is looked at, not listened
 * to: that sees a file replaced by renaming, a link that is turned, a mounted volume, alike.
 *
 * @returns what ends the watch.
 */
export function watchSupergraph(file: string, changed: () => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  const look = (): void => {
    clearTimeout(settling);
    settling = setTimeout(changed, SETTLE_MS);
  };
  watchFile(file, { interval: LOOK_MS, persistent: false }, look);
  return () => {
    clearTimeout(settling);
    unwatchFile(file, look);
  };
}
