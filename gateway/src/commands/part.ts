import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** One process of a hub that runs as several. */
export interface Part {
  /** As messages name it, such as "The gateway". */
  readonly name: string;
  readonly pid: number | undefined;
  /** Resolves when it has ended, with a signal or "exit code 1". */
  readonly ended: Promise<string>;
  /** Resolves when the address answers without an error, or with false once the process has ended. */
  untilHealthy(url: string): Promise<boolean>;
  /** Asks it to stop and waits until it has. */
  end(): Promise<void>;
}

/** How a part is started. */
export interface PartStart {
  readonly name: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Pause between two checks, and maximum time of one check, in milliseconds. */
const [PAUSE_MS, LOOK_MS] = [50, 1000];

/** Starts a part. @param file relative to this one. */
export function startPart(file: string, { name, environment }: PartStart): Part {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path], {
    env: environment,
    // Through the channel it notices when this process is gone, however that happens.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let isOver = false;
  const ended = new Promise<string>((resolve) => {
    const over = (how: string): void => {
      isOver = true;
      resolve(how);
    };
    child.once("error", (error) => over(error.message));
    child.once("exit", (code, signal) => over(signal ?? `exit code ${code}`));
  });
  return {
    name,
    pid: child.pid,
    ended,
    // A slow machine gets enough time. A process that cannot listen ends and says why.
    untilHealthy: async (url) => {
      while (!isOver) {
        // If another program listens there, it need not answer.
        const isUp = await fetch(url, { signal: AbortSignal.timeout(LOOK_MS) }).then(
          (answer) => answer.ok,
          () => false,
        );
        if (isUp) return true;
        await wait(PAUSE_MS);
      }
      return false;
    },
    end: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
