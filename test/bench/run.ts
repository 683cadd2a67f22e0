import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** How a script is run to its end. */
export interface RunOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** Longest it may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A file below the repository, such as `test/dist/bench/load.js`. */
export function built(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

/**
 * Runs a built script in a process of its own.
 *
 * @param command the script below the repository, and its arguments.
 * @returns what it printed.
 * @throws Error if it fails, takes too long, or the signal is aborted; it is ended then.
 */
export async function runScript(command: readonly string[], options: RunOptions): Promise<string> {
  const [script = "", ...args] = command;
  const { stdout } = await execute(process.execPath, [built(script), ...args], {
    env: { ...process.env, ...options.environment },
    timeout: options.timeoutMs,
    signal: options.signal,
    killSignal: "SIGKILL",
  });
  return stdout;
}
