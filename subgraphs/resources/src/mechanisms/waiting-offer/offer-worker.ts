import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log } from "@alliance-hub/platform/log/log";
import { idsBy } from "@alliance-hub/platform/subgraph/context";
import { startWorkLoop } from "@alliance-hub/updates/work-loop";
import { type Kysely, sql } from "kysely";
import {
  changingLists,
  moveWaitingOn,
} from "../../nouns/waiting-entry/waiting-entry.background.ts";
import { eachAlone } from "../each-alone/each-alone.ts";
import type { WaitingTables } from "../../nouns/waiting-entry/waiting-entry.loaders.ts";

/** What moving waiting lists on takes. */
export interface OfferWork {
  readonly rows: Kysely<WaitingTables>;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** Pause between two looks, in milliseconds. */
const IDLE_MS = 10_000;

/** Moves all waiting lists on, until it is disposed of. Several may work on one database. */
export function startOfferWorker(
  config: Omit<OfferWork, "newId"> & { readonly log: Log },
): AsyncDisposable {
  const { log, clock } = config;
  return startWorkLoop({
    work: () => moveAllOn({ ...config, newId: idsBy(clock) }),
    idleMs: IDLE_MS,
    onFault: (err) => {
      // An outage has its own log line.
      if (!awayIn(err))
        log.warn({ err }, "a waiting list could not be moved on; it is tried again");
    },
  });
}

/**
 * Moves each waiting list on of which something changes, in a transaction of its own: after a crash it has either been done,
 * with what is told of it, or is still to be done. Whether something changes is asked first, without a lock: nobody who
 * books has to wait for a look at lists that stay as they are. If two processes do this at once, one waits for the other
 * and finds nothing to do.
 *
 * @throws AggregateError what was wrong with some of the lists, once the others have been moved on.
 */
export async function moveAllOn({ rows, clock, newId }: OfferWork): Promise<void> {
  await eachAlone(await changingLists(rows, clock()), "waiting lists stay", (id) =>
    rows.transaction().execute(async (transaction) => {
      await sql`select from resource where id = ${id} for update`.execute(transaction);
      await moveWaitingOn({ rows: transaction, now: clock(), newId }, id);
    }),
  );
}
