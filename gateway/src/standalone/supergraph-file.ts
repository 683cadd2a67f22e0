import { readFile } from "node:fs/promises";
import { unwatchFile, watchFile } from "node:fs";

/** A supergraph file that does not exist or is not valid. The message names the file and the rule. */
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

/** How often the file is checked, in milliseconds. */
const LOOK_MS = 150;
/**
 * How long it must then stay the same before it is read, in milliseconds: longer than the time between two
 * checks.
 */
const SETTLE_MS = 200;

/**
 * Calls back whenever the file has changed and then stayed the same. It polls the file instead of watching it.
 * So it also notices a file that was replaced by renaming, a changed link, and a mounted volume.
 *
 * @returns a function that ends the polling.
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
