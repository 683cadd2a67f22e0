import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log } from "@alliance-hub/platform/log/log";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { claimTakeover, takeoversOf } from "../../nouns/term/term.background.ts";
import { noticesOfTakeover } from "../../nouns/term/term.notices.ts";
import { startAtMidnights } from "../midnights/midnights.ts";
import type { ChangeContext } from "./enter-term.ts";

/** What the work is done with. */
export interface TakeoverWork {
  readonly context: Pick<ChangeContext, "rows" | "newId">;
  readonly clock: () => Date;
}

/**
 * Tells whom it concerns that planned terms have taken over, at once and then after each midnight, until it is disposed
 * of. A fault is logged and tried again.
 */
export function startTakeovers(work: TakeoverWork & { readonly log: Log }): AsyncDisposable {
  return startAtMidnights(work.clock, async (signal) => {
    try {
      const terms = await tellTakeovers(work, signal);
      if (terms > 0) work.log.info({ terms }, "planned terms have taken over");
    } catch (err) {
      if (!awayIn(err))
        work.log.warn({ err }, "it could not be told that a term took over; it is tried again");
    }
  });
}

/**
 * Tells of all terms that were planned and whose first day has come, each in a transaction of its own: after a crash
 * it has either been told or is still to be told, and it is told once, however many processes do it.
 *
 * @param signal ends it after the current one.
 * @returns how many there were.
 */
export async function tellTakeovers(
  { context, clock }: TakeoverWork,
  signal?: AbortSignal,
): Promise<number> {
  const { rows, newId } = context;
  let told = 0;
  for (const id of await takeoversOf(rows, shanghaiDay(clock()))) {
    if (signal?.aborted) break;
    const isOurs = await rows.transaction().execute(async (transaction) => {
      const now = clock();
      const term = await claimTakeover(transaction, id, now);
      if (!term) return false;
      const work = { rows: transaction, now };
      await leaveNotices({ newId }, work, await noticesOfTakeover(term, work));
      return true;
    });
    if (isOurs) told += 1;
  }
  return told;
}
