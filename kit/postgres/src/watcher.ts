import { spawn } from "node:child_process";
import type { Account } from "./account.ts";
import { launchOptions } from "./launch.ts";

/**
 * A shell that stops the postmaster when the hub is gone without having done so, even by SIGKILL:
 * its input ends with the hub. It keeps the database from lingering; if it fails, the next start
 * takes the orphan over all the same. Dispose it before the postmaster's number may be used again.
 */
export function watchOver(postmaster: number, account: Account | undefined): Disposable {
  const shell = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(postmaster)], {
    ...launchOptions("/", account),
    stdio: ["pipe", "ignore", "ignore"],
    detached: true, // a Ctrl-C at the terminal is for the hub alone
  });
  shell.on("error", () => undefined); // no shell, no watcher
  shell.unref();
  shell.stdin.on("error", () => undefined);
  if ("unref" in shell.stdin && typeof shell.stdin.unref === "function") shell.stdin.unref();
  return { [Symbol.dispose]: () => void shell.kill("SIGKILL") };
}
