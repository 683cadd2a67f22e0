import { createHash, randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ClusterError, codeOf } from "./cluster-error.ts";
import { isAlive, startOf } from "./process-identity.ts";

/** What the lock file holds. `id` makes each lock's text unique. */
interface Owner {
  readonly pid: number;
  readonly start: string;
  readonly id: string;
}

/** The lock of one hub on a data folder. Disposing of it lets the next hub in. */
export interface FolderLock extends AsyncDisposable {
  readonly path: string;
}

/** Another process of the hub uses the data folder. */
export class FolderHeld extends ClusterError {}

class HeldError extends Error {
  constructor(readonly pid: number) {
    super(`held by process ${pid}`);
  }
}

/**
 * Takes `<directory>/hub.lock` for this process, so that two hubs never work on one data folder.
 * The lock of a process that is gone is taken over.
 *
 * @throws FolderHeld naming the process that holds the folder
 */
export async function lockFolder(directory: string): Promise<FolderLock> {
  const path = join(directory, "hub.lock");
  try {
    await acquire(path);
  } catch (error) {
    if (!(error instanceof HeldError)) throw error;
    throw new FolderHeld(
      `another hub (process ${error.pid}) uses the data folder ${directory}; ` +
        "stop it or set HUB_DATA_DIR to another folder",
    );
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}

/**
 * The text is written first and then linked, so nobody sees a half-written lock. Only the holder of a second
 * lock, named after the stale lock's text, replaces a stale lock, and only while it still has that text. If two
 * processes race for it, one wins and the other finds a live owner. The second lock can itself be left behind;
 * it is then taken over in the same way.
 */
async function acquire(path: string): Promise<void> {
  const id = randomUUID();
  const draft = `${path}.${id}`;
  const start = (await startOf(process.pid)) ?? "unknown";
  const mine: Owner = { pid: process.pid, start, id };
  await writeFile(draft, JSON.stringify(mine), { flag: "wx", mode: 0o644 });
  try {
    for (;;) {
      if (await tryLink(draft, path)) return;
      const seen = await readText(path);
      if (seen === undefined) continue;
      const owner = parseOwner(seen);
      if (owner && (await isAlive(owner.pid, owner.start))) throw new HeldError(owner.pid);
      if (await replaceStale(draft, path, seen)) return;
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function replaceStale(draft: string, path: string, seen: string): Promise<boolean> {
  const guard = `${path}.${createHash("sha256").update(seen).digest("hex").slice(0, 16)}`;
  try {
    await acquire(guard);
  } catch (error) {
    if (!(error instanceof HeldError)) throw error;
    await wait(10); // somebody else is replacing it right now; look again at what stands there
    return false;
  }
  try {
    if ((await readText(path)) !== seen) return false;
    await rename(draft, path);
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

async function tryLink(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Undefined for a text that is not ours, as after a power cut; such a lock counts as stale. */
function parseOwner(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, start, id } = value as Partial<Owner>;
    if (typeof pid !== "number" || typeof start !== "string" || typeof id !== "string")
      return undefined;
    return { pid, start, id };
  } catch {
    return undefined;
  }
}
