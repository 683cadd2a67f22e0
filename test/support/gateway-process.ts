import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../../gateway/dist/main.js", import.meta.url));

/** A gateway in a process of its own. */
export interface GatewayProcess extends AsyncDisposable {
  /** Everything it has written, on both channels. */
  output(): string;
  /** Resolves when its output matches. @throws Error if it ends first. */
  untilSaid(pattern: RegExp): Promise<void>;
  /** Asks it to stop. @returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** @returns its exit code, once it ends by itself. */
  readonly ended: Promise<number | null>;
}

/** Starts `main.js` with arguments and settings. @param nodeArgs arguments of Node itself. */
export function startGateway(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  nodeArgs: readonly string[] = [],
): GatewayProcess {
  const child = spawn(process.execPath, [...nodeArgs, MAIN, ...args], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const waiting = new Set<() => void>();
  for (const channel of [child.stdout, child.stderr]) {
    channel.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> => {
    child.kill(signal);
    return await ended;
  };
  return {
    output: () => output,
    ended,
    stop,
    untilSaid: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(output)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended and had only said: ${output}`)));
      }),
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}
