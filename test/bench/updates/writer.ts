import { fork } from "node:child_process";
import { once } from "node:events";
import { built } from "../run.ts";

/** Somebody who changes activities. */
export interface Writer extends AsyncDisposable {
  /** Makes so many changes; may be asked again. @throws Error if one is refused. */
  write(updates: number): Promise<void>;
}

/** Starts a writer in a process of its own, with activities that are there already. */
export async function startWriter(databaseUrl: string, perSecond: number): Promise<Writer> {
  const child = fork(
    built("test/dist/bench/updates/writer.main.js"),
    [databaseUrl, String(perSecond)],
    { stdio: "inherit" },
  );
  const ended = once(child, "exit");
  const told = async (word: string): Promise<void> => {
    const failed = ended.then(([code]) => {
      throw new Error(`The writer ended (${code}) before it was ${word}`);
    });
    const heard = once(child, "message").then(([message]) => {
      if (message !== word) throw new Error(`The writer said "${message}" instead of ${word}`);
    });
    await Promise.race([heard, failed]);
  };
  await told("ready");
  return {
    write: async (updates) => {
      child.send(updates);
      await told("written");
    },
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
