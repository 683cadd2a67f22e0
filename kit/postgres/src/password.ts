import { randomBytes } from "node:crypto";
import { chmod, stat } from "node:fs/promises";
import { ClusterError, codeOf } from "./cluster-error.ts";
import { readTrimmed, writePrivate } from "./private-file.ts";

/**
 * The superuser's password from its file, which only the hub's user may read. Made up on the first
 * start: 32 random bytes, in letters that need no escaping in an address.
 *
 * @param clusterExists whether a cluster stands that knows a password already; then a lost file is a fault
 */
export async function readOrMakePassword(path: string, clusterExists: boolean): Promise<string> {
  const known = await readKnown(path);
  if (known !== undefined) return known;
  if (clusterExists) {
    throw new ClusterError(
      `the password file ${path} is missing or empty, but the database cluster beside it needs that password; ` +
        "restore the file, or move the folder postgres away to start with an empty database",
    );
  }
  const password = randomBytes(32).toString("base64url");
  await writePrivate(path, `${password}\n`);
  return password;
}

async function readKnown(path: string): Promise<string | undefined> {
  try {
    const text = await readTrimmed(path);
    if (!text) return undefined;
    if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
    return text;
  } catch (error) {
    const code = codeOf(error);
    if (code !== "EACCES" && code !== "EPERM") throw error;
    throw new ClusterError(
      `the password file ${path} belongs to another user; start the hub as the user who owns the data folder`,
    );
  }
}
