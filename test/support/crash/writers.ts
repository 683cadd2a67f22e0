import { setTimeout as wait } from "node:timers/promises";
import { ask } from "../ask.ts";
import type { Random } from "../random.ts";
import { Calendar, UPDATE_OF, type WantedChange } from "./changes.ts";

/** A change that was confirmed, as the log must have it. */
export interface Confirmed {
  readonly activityId: string;
  readonly type: string;
}

/** What writers need. */
export interface WritersConfig {
  readonly url: string;
  readonly writers: number;
  readonly hostId: string;
  readonly tokenOf: (name: string) => string;
  readonly random: Random;
}

/** Many writers at once on one hub. */
export interface Writers {
  readonly confirmed: readonly Confirmed[];
  /** What was rejected or failed although the hub had not been told to stop. */
  readonly faults: readonly unknown[];
  /** Resolves when this many changes have been confirmed, or something has gone wrong. */
  reached(changes: number): Promise<void>;
  /** Lets each writer stop after its current change. Called when the hub ends. */
  stop(): Promise<void>;
}

/** Errors of a change that comes after another writer's change. They are not faults. */
const TOO_LATE = "ILLEGAL_TRANSITION";

/** Begins to write. */
export function startWriters({ url, writers, hostId, tokenOf, random }: WritersConfig): Writers {
  const calendar = new Calendar(hostId);
  const confirmed: Confirmed[] = [];
  const faults: unknown[] = [];
  let isStopped = false;
  let awaited = { changes: Infinity, resolve: (): void => undefined };
  const check = (): void => {
    if (confirmed.length >= awaited.changes || faults.length > 0) awaited.resolve();
  };

  const write = async ({ query, variables, action, as, activityId }: WantedChange) => {
    const { data, errors, codes } = await ask(url, { query, variables, token: tokenOf(as) });
    if (codes[0] === TOO_LATE) return;
    const retryAfterSeconds = errors[0]?.extensions.retryAfterSeconds;
    // A full hub did not begin the change. Like any client, the writer retries when the hub says.
    if (retryAfterSeconds !== undefined) return await wait(retryAfterSeconds * 1000);
    if (errors.length > 0) throw new Error(`${action}: ${JSON.stringify(errors)}`);
    const id = String(data[action]?.["activity"]?.["id"]);
    confirmed.push({ activityId: id, type: UPDATE_OF[action] });
    if (activityId === undefined) calendar.add(id);
  };
  const writeOn = async (own: Random): Promise<void> => {
    while (!isStopped) {
      try {
        await write(calendar.next(own));
      } catch (error) {
        if (isStopped) return;
        faults.push(error);
        isStopped = true;
      }
      check();
    }
  };
  const writing = Array.from({ length: writers }, () => writeOn(random.fork()));
  return {
    confirmed,
    faults,
    reached: async (changes) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      awaited = { changes, resolve };
      check();
      await promise;
    },
    stop: async () => {
      isStopped = true;
      await Promise.all(writing);
    },
  };
}
