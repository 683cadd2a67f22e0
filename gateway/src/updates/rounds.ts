import { setImmediate as turn } from "node:timers/promises";
import { awayIn } from "@alliance-hub/kit/errors/database-away";
import type { Presence } from "../identity/presence.ts";

/** Lets other work be done now and then; undefined when it is not time. */
export type Breathe = () => Promise<void> | undefined;

/** What has something to tell its readers. */
export interface Teller {
  /**
   * Tells it now.
   *
   * @param mark of the standings as they are behind everything that is to be told.
   * @param breathe is waited for after each reader, so that other work is not kept waiting for long.
   */
  tell(mark: string, breathe: Breathe): Promise<void>;
  /** Called instead, if it cannot be known who may be told. */
  fail(error: unknown): void;
}

/** When readers are told. */
export interface Rounds {
  /** It is told in the next round. */
  add(teller: Teller): void;
}

/** Readers that are told in one go, before other work is let in. */
const IN_ONE_GO = 64;

/** Longest pause between two rounds, in milliseconds. */
const LONGEST_PAUSE_MS = 100;

/** Pause before it is asked once more who may be told, while the database is away, in milliseconds. */
const AWAY_PAUSE_MS = 250;

/** Longest that readers are held while nobody knows who may be told, in milliseconds; then they come back. */
const LONGEST_AWAY_MS = 60_000;

/**
 * Tells all readers of a hub in rounds. A round that took long is followed by a pause of the same length, in
 * which other work is done and more may come together that then goes out in one piece: with many readers,
 * sending is what takes the time. With few there is no pause.
 */
export function createRounds(presence: Pick<Presence, "mark">): Rounds {
  let waiting = new Set<Teller>();
  let isUnderWay = false;
  let notBefore = 0;
  let awaySince: number | undefined;

  /** Whether what is to be told waits for the database to be back. */
  const waitsFor = (error: unknown): boolean => {
    const now = performance.now();
    if (!awayIn(error) || now - (awaySince ??= now) > LONGEST_AWAY_MS) return false;
    notBefore = now + AWAY_PAUSE_MS;
    return true;
  };
  const run = async (): Promise<void> => {
    const tellers = waiting;
    waiting = new Set();
    try {
      const mark = await presence.mark();
      awaySince = undefined;
      const began = performance.now();
      let told = 0;
      const breathe: Breathe = () => (++told % IN_ONE_GO === 0 ? turn() : undefined);
      for (const teller of tellers) await teller.tell(mark, breathe);
      // What readers do with it, they do before this.
      await turn();
      const now = performance.now();
      notBefore = now + Math.min(LONGEST_PAUSE_MS, now - began);
    } catch (error) {
      if (waitsFor(error)) for (const teller of tellers) waiting.add(teller);
      else for (const teller of tellers) teller.fail(error);
    }
  };
  const begin = (): void => {
    if (isUnderWay) return;
    isUnderWay = true;
    const pause = notBefore - performance.now();
    const start = (): void =>
      void run().finally(() => {
        isUnderWay = false;
        if (waiting.size > 0) begin();
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
