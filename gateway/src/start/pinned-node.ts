import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The Node that `npm ci` brings. npm scripts find it first; the command `node` in a shell may be another
 * version.
 */
const PINNED = fileURLToPath(new URL("../../../node_modules/node/bin/node", import.meta.url));

/** Whether this Node can run the hub. */
export function isNodeNewEnough(): boolean {
  return "AsyncDisposableStack" in globalThis;
}

/**
 * Runs the same command in the Node that `npm ci` brings. It passes signals on, and the command ends when this
 * process ends, however that happens (kit, `toldToStop`).
 *
 * @returns its exit code.
 * @throws Error if that Node is not installed.
 */
export async function runInPinnedNode(argv: readonly string[]): Promise<number> {
  if (!existsSync(PINNED)) {
    throw new Error(
      `Node ${process.versions.node} is too old for the hub; it needs Node 24. Run npm ci, which brings it.`,
    );
  }
  const child = spawn(PINNED, [...argv], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  passOnSignals(child);
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function passOnSignals(child: ChildProcess): void {
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  // A terminal sends Ctrl+C to both processes, and a second signal would mean "at once".
  process.on("SIGINT", () => {
    if (!process.stdin.isTTY) child.kill("SIGINT");
  });
}
