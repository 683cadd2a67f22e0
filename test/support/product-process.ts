import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A program of the product in a process of its own. Disposing of it asks it to stop. */
export interface ProductProcess extends AsyncDisposable {
  /** Everything it has written, on both channels. */
  output(): string;
  /** Resolves when its output matches. @throws Error if it ends first. */
  untilSaid(pattern: RegExp): Promise<void>;
  /** Resolves when the address says that it is ready. @throws Error if it ends first, or takes 100 s. */
  untilReady(url: string): Promise<void>;
  /** Asks it to stop. @returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** @returns its exit code, once it and all that write to its channels have ended. */
  readonly ended: Promise<number | null>;
}

/** How a program is started. */
export interface ProductStart {
  /** What follows the file on the command line. Default: nothing. */
  readonly args?: readonly string[];
  /** Its environment, beside `PATH` and English messages; nothing of the run's own is passed on. Default: nothing. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Arguments of Node itself. Default: nothing. */
  readonly nodeArgs?: readonly string[];
}

/** Less than a test may take; five processes on a busy machine take a good part of it. */
const READY_WITHIN_MS = 100_000;

/** Starts a program of the gateway. @param file within `gateway/dist`. */
export function startProduct(file: string, start: ProductStart = {}): ProductProcess {
  const { args = [], environment = {}, nodeArgs = [] } = start;
  const path = fileURLToPath(new URL(`../../../gateway/dist/${file}`, import.meta.url));
  const child = spawn(process.execPath, [...nodeArgs, path, ...args], {
    env: { PATH: process.env["PATH"], HUB_LANGUAGE: "en", ...environment },
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
  let isOver = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      isOver = true;
      resolve(code);
    }),
  );
  const onlySaid = (): Error => new Error(`${file} ended and had only said: ${output}`);
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
        void ended.then(() => reject(onlySaid()));
      }),
    untilReady: async (url) => {
      const until = Date.now() + READY_WITHIN_MS;
      while (Date.now() < until) {
        if (isOver) throw onlySaid();
        const ready = await fetch(`${url}/health/ready`).then(
          (answer) => answer.ok,
          () => false,
        );
        if (ready) return;
        await wait(25);
      }
      throw new Error(
        `${url} was not ready within ${READY_WITHIN_MS / 1000} s; ${file} had said: ${output}`,
      );
    },
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}
