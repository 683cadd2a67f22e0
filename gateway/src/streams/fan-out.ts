import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { within } from "@alliance-hub/platform/database/within";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { IdentityCache } from "../identity/identity-cache.ts";

/** Lets other work be done now and then; undefined when it is not time. */
export type Breathe = () => Promise<void> | undefined;

/**
 * Tells what was taken.
 *
 * @param revision of the standings, read after everything that is told was taken.
 * @param breathe is waited for after each subscriber, so that other work is not kept waiting for long.
 */
export type Tell = (revision: string, breathe: Breathe) => Promise<void>;

/** What has something to tell its subscribers. */
export interface Teller {
  /** Takes what there is to tell now. What comes later is told in another fan-out. */
  take(): Tell;
  /** Called instead of the telling, if it cannot be known who may be told. */
  fail(error: unknown): void;
}

/** When subscribers are told. */
export interface FanOut {
  /** It is told in the next fan-out. */
  add(teller: Teller): void;
}

/** Subscribers that are told in one go, before other work is let in. */
const IN_ONE_GO = 64;

/** Longest that a fan-out waits for a teller, in milliseconds: the others go on without it. */
const LONGEST_FAN_OUT_MS = 100;

/** Longest pause between two fan-outs, in milliseconds. */
const LONGEST_PAUSE_MS = 100;

/** Pause before it is asked once more who may be told, while the database is away, in milliseconds. */
const AWAY_PAUSE_MS = 250;

/** Longest that subscribers are held while nobody knows who may be told, in milliseconds; then they come back. */
const LONGEST_AWAY_MS = 60_000;

/**
 * Tells all subscribers of a hub in fan-outs. A fan-out that took long is followed by a pause of the same length, in
 * which other work is done and more may come together that then goes out in one piece: with many subscribers,
 * sending is what takes the time. With few there is no pause.
 */
export function createFanOut(identityCache: Pick<IdentityCache, "revision">): FanOut {
  const waiting = new Set<Teller>();
  /** Still telling what they took: each tells one thing after the other. */
  const busy = new Set<Teller>();
  let isUnderWay = false;
  let notBefore = 0;
  let awaySince: number | undefined;

  /** What was taken waits while the database is away. */
  const revisionOnceBack = async (): Promise<string> => {
    for (;;) {
      try {
        const revision = await identityCache.revision();
        awaySince = undefined;
        return revision;
      } catch (error) {
        const now = performance.now();
        if (!awayIn(error) || now - (awaySince ??= now) > LONGEST_AWAY_MS) throw error;
        await wait(AWAY_PAUSE_MS);
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
    // What subscribers do with it, they do before this.
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
