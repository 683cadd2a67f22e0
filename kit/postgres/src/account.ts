import { constants } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "./cluster-error.ts";

/** The account of PostgreSQL, if it is not the hub's own user. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL does not run as root, so a hub that root started runs it under an account without rights: the
 * owner of the cluster, otherwise the system user `postgres`, otherwise `nobody`. Undefined means that
 * PostgreSQL runs as the hub's own user.
 */
export async function chooseAccount(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  const users = await readFile("/etc/passwd", "utf8").catch(() => "");
  return findUser(users, "postgres") ?? findUser(users, "nobody") ?? { uid: 65534, gid: 65534 };
}

/** Owner and group of a file or folder; undefined when it does not exist. */
export async function ownerOf(path: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** An entry of passwd(5) by name; never one with root's number. */
export function findUser(passwd: string, name: string): Account | undefined {
  for (const line of passwd.split("\n")) {
    const [user, , uid, gid] = line.split(":");
    if (user === name && Number(uid) > 0 && Number(gid) >= 0)
      return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/**
 * Whether an account without supplementary groups may read a file and pass through every folder above it; for a
 * folder, pass into it too. `path` is absolute and free of symbolic links. It checks only the permission bits;
 * if an access list says otherwise, the start of PostgreSQL fails.
 */
export async function mayReach(account: Account, path: string): Promise<boolean> {
  const own = await stat(path);
  const wanted = own.isDirectory() ? constants.S_IROTH | constants.S_IXOTH : constants.S_IROTH;
  if (!permits(account, own, wanted)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!permits(account, await stat(folder), constants.S_IXOTH)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** `wanted` is given as the bits of "others" and shifted to the class that applies to the account. */
function permits(
  account: Account,
  of: { uid: number; gid: number; mode: number },
  wanted: number,
): boolean {
  const shift = of.uid === account.uid ? 6 : of.gid === account.gid ? 3 : 0;
  return ((of.mode >> shift) & wanted) === wanted;
}
