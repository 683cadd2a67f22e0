import { join } from "node:path";
import { ownerOf, type Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { ClusterError } from "./cluster-error.ts";
import { readTrimmed } from "./private-file.ts";

/** Whether there is a cluster at `folder`, and whether these binaries and this account fit it. */
export async function isCluster(
  folder: string,
  account: Account | undefined,
  binaries: Binaries,
): Promise<boolean> {
  const owner = await ownerOf(folder);
  if (!owner) return false;
  const uid = account?.uid ?? process.getuid?.();
  if (owner.uid !== uid) {
    throw new ClusterError(
      `the database cluster ${folder} belongs to user ${owner.uid}, but PostgreSQL would run as user ${uid}; ` +
        `start the hub as user ${owner.uid}, or change the owner of the folder and all in it`,
    );
  }
  const made = await readTrimmed(join(folder, "PG_VERSION"));
  if (made === undefined) {
    throw new ClusterError(`${folder} is not a database cluster; move it away and start again`);
  }
  const [major] = binaries.version.split(".");
  if (made === major) return true;
  throw new ClusterError(
    `the database cluster ${folder} was made by PostgreSQL ${made}, installed is ${binaries.version}; ` +
      "export it with that version and import it with this one (pg_dump, psql), or start with another HUB_DATA_DIR",
  );
}
