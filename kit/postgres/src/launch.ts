import type { SpawnOptions } from "node:child_process";
import { mayReach, type Account } from "./account.ts";
import { ClusterError } from "./cluster-error.ts";

/** PostgreSQL gets nothing of the hub's environment, which may contain secrets. */
const ENVIRONMENT = { PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "C.UTF-8", TZ: "UTC" };

/**
 * How every program of PostgreSQL is started: in its data folder, as its account. Node drops
 * supplementary groups when it changes the user.
 */
export function launchOptions(folder: string, account: Account | undefined): SpawnOptions {
  return { cwd: folder, env: ENVIRONMENT, ...account };
}

/**
 * The name by which PostgreSQL is told its data folder. It may own the folder and yet not be allowed
 * through one above it, such as root's home. Then it gets the folder as its working directory,
 * entered before the change of user, and reaches it by Linux's name for that, which needs no way
 * through the folders above (proc_pid_cwd(5)). PostgreSQL never leaves its data folder, so the name
 * means the same in each of its processes.
 *
 * @param folder real path of the data folder, owned by the account
 */
export async function nameForServer(folder: string, account: Account | undefined): Promise<string> {
  if (!account || (await mayReach(account, folder))) return folder;
  if (process.platform === "linux") return "/proc/self/cwd";
  throw new ClusterError(
    `PostgreSQL, which must not run as root, cannot reach ${folder}; set HUB_DATA_DIR to a folder that others ` +
      "may enter, start the hub as an ordinary user, or set DATABASE_URL",
  );
}
