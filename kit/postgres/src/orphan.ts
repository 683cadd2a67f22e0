import { readFile, rm, stat } from "node:fs/promises";
import { execFile } from "node:child_process";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { ClusterError, codeOf } from "./cluster-error.ts";
import { readTrimmed } from "./private-file.ts";
import { isAlive } from "./process-identity.ts";
import { stopProcess } from "./stop-process.ts";

/**
 * The `cluster_name` that a data folder's postmaster runs under. It stands in the command line,
 * which every user may read, and moves with the folder but not with a copy of it.
 */
export async function clusterName(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true });
  return `hub-${dev}-${ino}`;
}

/**
 * Prepares for a new postmaster after a hub was killed. One that still runs in `folder` is stopped; a
 * `postmaster.pid` whose number now belongs to an unrelated process, or which is empty, is removed, because
 * PostgreSQL would not start beside it. One whose process is gone stays: PostgreSQL checks by it that no
 * session of the dead server still writes, and removes it itself.
 *
 * Call only while holding the folder's lock.
 */
export async function clearOrphan(folder: string, log: (line: string) => void): Promise<void> {
  const file = join(folder, "postmaster.pid");
  const content = await readTrimmed(file);
  if (content === undefined) return;
  const pid = Number.parseInt(content, 10);
  if (!(pid > 0)) return rm(file);
  if (!(await isAlive(pid))) return;
  const command = await commandOf(pid);
  if (command.includes(`cluster_name=${await clusterName(folder)}`)) {
    log(`stopping PostgreSQL (process ${pid}), which a previous hub left running`);
    return stop(pid, folder);
  }
  if (basename(command[0] ?? "") !== "postgres") return rm(file);
  throw new ClusterError(
    `${file} names process ${pid}, a PostgreSQL that this hub did not start; stop it, or delete that file ` +
      "if the folder is a copy of the one where it runs",
  );
}

async function stop(pid: number, folder: string): Promise<void> {
  try {
    await stopProcess(pid);
  } catch (error) {
    if (codeOf(error) !== "EPERM") throw error;
    throw new ClusterError(
      `PostgreSQL (process ${pid}) still runs in ${folder} and belongs to another user; stop it as that user or as root`,
    );
  }
}

/** The words of a process's command line; empty if it is not visible, and then the process is not ours. */
async function commandOf(pid: number): Promise<readonly string[]> {
  try {
    if (process.platform === "linux")
      return (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0");
    const ps = await promisify(execFile)("ps", ["-ww", "-o", "args=", "-p", String(pid)]);
    return ps.stdout.trim().split(/\s+/);
  } catch {
    return [];
  }
}
