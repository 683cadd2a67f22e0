import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log } from "@alliance-hub/platform/log/log";
import { idsBy } from "@alliance-hub/platform/subgraph/context";
import { startWorkLoop } from "@alliance-hub/updates/work-loop";
import type { Kysely } from "kysely";
import {
  tellUnanswered,
  unansweredSeries,
} from "../../nouns/booking-series/booking-series.background.ts";
import { eachAlone } from "../each-alone/each-alone.ts";
import type { SeriesTables } from "../../nouns/booking-series/booking-series.service.ts";

/** What looking for answers takes. */
interface AnswerWork {
  readonly rows: Kysely<SeriesTables>;
  readonly clock: () => Date;
}

/** Pause between two looks, in milliseconds. */
const IDLE_MS = 60_000;

/** Tells providers of series whose units have not answered in time, until it is disposed of. Several may work on one database. */
export function startUnansweredWorker(config: AnswerWork & { readonly log: Log }): AsyncDisposable {
  return startWorkLoop({
    work: () => tellAllUnanswered(config),
    idleMs: IDLE_MS,
    onFault: (err) => {
      // An outage has its own log line.
      if (!awayIn(err))
        config.log.warn({ err }, "providers could not be told of unused series; it is tried again");
    },
  });
}

/**
 * Does so once, for each series in a transaction of its own, with its notice in it.
 *
 * @throws AggregateError what was wrong with some of the series, once the providers of the others have been told.
 */
export async function tellAllUnanswered({ rows, clock }: AnswerWork): Promise<void> {
  const newId = idsBy(clock);
  await eachAlone(await unansweredSeries(rows, clock()), "series stay", (id) =>
    rows.transaction().execute(async (transaction) => {
      await tellUnanswered({ rows: transaction, now: clock(), newId }, id);
    }),
  );
}
