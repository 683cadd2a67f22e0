import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { within } from "@alliance-hub/platform/database/within";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { IdentityCache } from "../identity/identity-cache.ts";

/** Lets other work run now and then; undefined if it is not time for this. */
export type Breathe = () => Promise<void> | undefined;

/**
 * Delivers what was taken.
 *
 * @param revision of the standings, read after everything that is told was taken.
 * @param breathe called and awaited after each subscriber, so that other work does not wait for long.
 */
export type Tell = (revision: string, breathe: Breathe) => Promise<void>;

/** Something that has updates for subscribers. */
export interface Teller {
  /** Takes what is ready now. What comes later is delivered in another fan-out. */
  take(): Tell;
  /** Called instead of delivering, if it cannot be checked who may get it. */
  fail(error: unknown): void;
}

/** Schedules the fan-outs. */
export interface FanOut {
  /** It is delivered in the next fan-out. */
  add(teller: Teller): void;
}

/** How many subscribers are served before other work may run. */
const IN_ONE_GO = 64;

/** Maximum time that a fan-out waits for one teller, in milliseconds. The others continue without it. */
const LONGEST_FAN_OUT_MS = 100;

/** Maximum pause between two fan-outs, in milliseconds. */
const LONGEST_PAUSE_MS = 100;

/** Pause before the revision is read again while the database is unavailable, in milliseconds. */
const AWAY_PAUSE_MS = 250;

/**
 * Maximum time that subscribers are held while the revision cannot be read, in milliseconds. Then they have to
 * reconnect.
 */
const LONGEST_AWAY_MS = 60_000;

/**
 * Delivers updates to all subscribers of a hub in fan-outs. After a long fan-out there is a pause of the same
 * length. In it other work runs, and more updates may gather, which then go out in one piece. With many
 * subscribers, sending takes most of the time. With few there is no pause.
 *
 * @param stopping fires when the hub stops: its streams have ended, and nothing waits for a database that closes.
 */
export function createFanOut(
  identityCache: Pick<IdentityCache, "revision">,
  stopping: AbortSignal,
): FanOut {
  const waiting = new Set<Teller>();
  /** Tellers that still deliver what they took: each delivers one thing after the other. */
  const busy = new Set<Teller>();
  let isUnderWay = false;
  let notBefore = 0;
  let awaySince: number | undefined;

  /** What was taken waits while the database is unavailable. */
  const revisionOnceBack = async (): Promise<string> => {
    for (;;) {
      try {
        const revision = await identityCache.revision();
        awaySince = undefined;
        return revision;
      } catch (error) {
        const now = performance.now();
        const isOver = stopping.aborted || now - (awaySince ??= now) > LONGEST_AWAY_MS;
        if (!awayIn(error) || isOver) throw error;
        await wait(AWAY_PAUSE_MS, undefined, { signal: stopping }).catch(() => undefined);
      }
    }
  };
  const run = async (): Promise<void> => {
    const tellers = [...waiting].filter((teller) => !busy.has(teller));
    for (const teller of tellers) waiting.delete(teller);
    // All take before the revision is read: what is completed later may need a later revision.
    const taken = tellers.map((teller) => ({ teller, tell: teller.take() }));
    let revision: string;
    try {
      revision = await revisionOnceBack();
    } catch (error) {
      for (const teller of tellers) teller.fail(error);
      return;
    }
    const began = performance.now();
    let told = 0;
    const breathe: Breathe = () => (++told % IN_ONE_GO === 0 ? turn() : undefined);
    const pause = (): void => {
      const now = performance.now();
      notBefore = now + Math.min(LONGEST_PAUSE_MS, now - began);
    };
    const tellOne = async ({ teller, tell }: (typeof taken)[number]): Promise<void> => {
      busy.add(teller);
      try {
        await tell(revision, breathe);
      } catch (error) {
        teller.fail(error);
      }
      busy.delete(teller);
      if (waiting.has(teller)) begin();
    };
    const all = Promise.all(taken.map(tellOne)).then(pause);
    await within(LONGEST_FAN_OUT_MS, all, undefined);
    // The subscribers have finished with it before this.
    await turn();
    pause();
  };
  const begin = (): void => {
    if (isUnderWay || [...waiting].every((teller) => busy.has(teller))) return;
    isUnderWay = true;
    const pause = notBefore - performance.now();
    const start = (): void =>
      void run().finally(() => {
        isUnderWay = false;
        begin();
      });
    if (pause > 1) setTimeout(start, pause);
    else start();
  };
  return {
    add: (teller) => {
      waiting.add(teller);
      begin();
    },
  };
}
