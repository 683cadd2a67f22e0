import { fork } from "node:child_process";
import { once } from "node:events";
import { built } from "../run.ts";

/** Somebody who changes activities. */
export interface Writer extends AsyncDisposable {
  /** Makes the changes. @throws Error if one is refused. */
  write(): Promise<void>;
}

/** How much is written. */
export interface WriterOrder {
  readonly databaseUrl: string;
  readonly updates: number;
  readonly perSecond: number;
}

/** Starts a writer in a process of its own, with activities that are there already. */
export async function startWriter(order: WriterOrder): Promise<Writer> {
  const { databaseUrl, updates, perSecond } = order;
  const child = fork(
    built("test/dist/bench/updates/writer.main.js"),
    [databaseUrl, String(updates), String(perSecond)],
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
    write: async () => {
      child.send("begin");
      await told("written");
    },
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
