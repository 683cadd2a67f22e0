import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { codeOf } from "./cluster-error.ts";

/** The start of a living process that does not show when it began. */
const UNKNOWN_START = "unknown";

/** Whether the system knows the process at all; one that belongs to somebody else counts. */
function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/**
 * When a process began, as an opaque mark; undefined when there is no such process or it is a
 * zombie, which holds nothing any more (below a container's first process zombies may stay for ever).
 * Number and mark together name one process, although numbers are used again. proc_pid_stat(5):
 * field 3 is the state, field 22 the start in ticks since the machine booted.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (!isKnown(pid)) return undefined;
  try {
    if (process.platform === "linux") {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z" || fields[0] === "X") return undefined;
      const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
      return `${fields[19] ?? UNKNOWN_START}@${boot.trim()}`;
    }
    const ps = await promisify(execFile)("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    });
    const [state = "", ...start] = ps.stdout.trim().split(/\s+/);
    return state.startsWith("Z") ? undefined : start.join(" ");
  } catch {
    // It ended between the two looks, or /proc hides other people's processes.
    return isKnown(pid) ? UNKNOWN_START : undefined;
  }
}

/** Whether a process runs; with `start`, whether it is still the one that had that mark. */
export async function isAlive(pid: number, start?: string): Promise<boolean> {
  const now = await startOf(pid);
  if (now === undefined) return false;
  return start === undefined || start === UNKNOWN_START || now === UNKNOWN_START || now === start;
}
