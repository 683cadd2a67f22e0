import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Another process that holds a cluster or a lock. */
export interface OtherHub extends Disposable {
  readonly process: ChildProcess;
  /** The first line it printed: what it got, or the error's message. */
  readonly answer: string;
  /** Ends it as a power cut would, and returns when the system has forgotten it. */
  kill(): Promise<void>;
}

/** Starts `other-hub.main.js`; `what` is `cluster` or `lock`. */
export async function otherHub(what: "cluster" | "lock", directory: string): Promise<OtherHub> {
  const main = fileURLToPath(new URL("other-hub.main.js", import.meta.url));
  const child = spawn(process.execPath, [main, what, directory], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout);
  const [answer]: unknown[] = await once(lines, "line");
  return {
    process: child,
    answer: String(answer),
    async kill() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
    [Symbol.dispose]: () => void child.kill("SIGKILL"),
  };
}
