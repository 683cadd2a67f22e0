import type { HubError } from "@alliance-hub/platform/errors/hub-error";
import { overloaded } from "@alliance-hub/platform/errors/overloaded";
import type { Log } from "@alliance-hub/platform/log/log";
import { FairQueue, type Slot } from "./fair-queue.ts";
import type { AdmissionLimits } from "../../settings/admission-limits.ts";
import { createOverloadLog } from "./overload-log.ts";

/** Work of a client that wants to begin. */
export interface Work {
  /** The client whose share it counts towards, from `ClientKeys`. */
  readonly client: string;
  /** Mutations have their own slots, because they wait for locks and must not delay queries. */
  readonly kind: "query" | "mutation";
  /** Fires when nobody needs it any more. Then it stops waiting. */
  readonly signal?: AbortSignal;
}

/**
 * Admits as much work as the hub can do in time. All code that executes operations for clients asks here first.
 */
export interface Admission {
  /**
   * Waits for a slot, at most for the time that requests may wait. If there is a free slot, it is returned at
   * once. Dispose of the slot when the work is done.
   *
   * @throws HubError `OVERLOADED` with `retryAfterSeconds`: at once if the queue is full, otherwise if no slot
   * became free in time.
   */
  admit(work: Work): Slot | Promise<Slot>;
  /** Whether a client's work would be admitted or could wait now. @param kind if left out, work of any kind. */
  hasRoom(client: string, kind?: Work["kind"]): boolean;
  /** Counts one request that was turned away without asking. */
  turnAway(): void;
  /** Work in progress, work that waits, and what was turned away so far. */
  readonly figures: AdmissionFigures;
}

/** What metrics tell of admission. */
export interface AdmissionFigures {
  readonly inProgress: number;
  readonly queued: number;
  readonly turnedAway: number;
}

/** Everything is free. */
export function createAdmission(limits: AdmissionLimits, log: Log): Admission {
  const queues = {
    query: new FairQueue(limits.queries),
    mutation: new FairQueue(limits.mutations),
  };
  const all = Object.values(queues);
  const overloadLog = createOverloadLog(log);
  let turnedAway = 0;
  const turnAway = (): void => {
    turnedAway += 1;
    overloadLog.note();
  };
  const refuse = (signal: AbortSignal | undefined): never => {
    // A client that went away while it waited was not turned away.
    if (!signal?.aborted) turnAway();
    throw requestOverloaded();
  };
  return {
    admit: ({ client, kind, signal }) => {
      const entered = queues[kind].enter(client, signal);
      if (entered instanceof Promise) return entered.then((slot) => slot ?? refuse(signal));
      return entered ?? refuse(signal);
    },
    hasRoom: (client, kind) =>
      kind
        ? queues[kind].hasRoom(client)
        : queues.query.hasRoom(client) || queues.mutation.hasRoom(client),
    turnAway,
    figures: {
      get inProgress() {
        return sum(all.map(({ inProgress }) => inProgress));
      },
      get queued() {
        return sum(all.map(({ queued }) => queued));
      },
      get turnedAway() {
        return turnedAway;
      },
    },
  };
}

/** `OVERLOADED`: nothing of the request was begun. */
export const requestOverloaded = (): HubError =>
  overloaded({
    zh: "枢纽当前请求过多，未予处理此请求。",
    en: "The hub has more work than it can do in time, and did not begin this request.",
  });

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
