import { chmod, cp, lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mayReach } from "./account.ts";
import { ClusterError, codeOf, messageOf } from "./cluster-error.ts";
import { isAlive } from "./process-identity.ts";

/** Where a hub that runs as root keeps what its PostgreSQL must reach, in order of preference. */
const PLACES = ["/var/lib/alliance-hub", join(tmpdir(), "alliance-hub")];

/** Nobody in particular: what this account can reach, every account can. */
const ANYBODY = { uid: -1, gid: -1 };

/**
 * Copies PostgreSQL's folder, once for each version, to a place that every account reaches and only
 * root can change; for a checkout below a folder that only root may enter. Only root calls this.
 *
 * @param name folder name of the copy, with the version in it
 * @param places folders to try in turn; they are made where they are missing
 * @returns the folder of the copy
 */
export async function copyToSystemPlace(
  from: string,
  name: string,
  log: (line: string) => void,
  places: readonly string[] = PLACES,
): Promise<string> {
  const refused: string[] = [];
  for (const place of places) {
    try {
      if (await mkdir(place, { recursive: true })) await chmod(place, 0o755); // whatever the umask
      await requireOurs(place);
      const folder = join(place, name);
      if (await isThere(folder)) return folder;
      await removeLeftovers(place);
      log(
        `copying PostgreSQL to ${folder}, because the account it runs under cannot reach ${from}`,
      );
      await copyOnce(from, folder);
      return folder;
    } catch (error) {
      refused.push(
        error instanceof ClusterError
          ? error.message
          : `${place}: ${codeOf(error) ?? messageOf(error)}`,
      );
    }
  }
  throw new ClusterError(
    `PostgreSQL, which must not run as root, cannot reach its binaries in ${from}, and they could not be copied ` +
      `(${refused.join("; ")}); move the checkout to a folder that others may enter, start the hub as an ordinary ` +
      "user, or set DATABASE_URL",
  );
}

async function copyOnce(from: string, folder: string): Promise<void> {
  const draft = `${folder}.copy-${process.pid}`;
  try {
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    await openToReaders(draft);
    await rename(draft, folder);
  } catch (error) {
    const code = codeOf(error);
    if ((code !== "ENOTEMPTY" && code !== "EEXIST") || !(await isThere(folder))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Whatever umask npm ran under: readable to all, changeable by root alone. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await requireOurs(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

/** In a folder that others can write to, somebody may have placed their own binaries. */
async function requireOurs(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new ClusterError(
      `${folder}: not a folder that belongs to root and that only root may change`,
    );
  }
  if (!(await mayReach(ANYBODY, folder)))
    throw new ClusterError(`${folder}: not every account may enter it`);
}

/** Copies that were cut short. */
async function removeLeftovers(place: string): Promise<void> {
  for (const entry of await readdir(place)) {
    const pid = /\.copy-(\d+)$/.exec(entry)?.[1];
    if (pid && !(await isAlive(Number(pid))))
      await rm(join(place, entry), { recursive: true, force: true });
  }
}
