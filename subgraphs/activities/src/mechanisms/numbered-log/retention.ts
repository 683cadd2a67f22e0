import { setTimeout as wait } from "node:timers/promises";
import { STOP_MS, within } from "@alliance-hub/platform/database/within";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { type Kysely, sql } from "kysely";
import type { LogSource } from "./log-source.ts";

/** What clearing a log takes. */
export type RetentionWork<DB> = Pick<SubgraphConfig, "log" | "clock"> & {
  readonly source: LogSource;
  readonly rows: Kysely<DB>;
  /** Days for which entries are kept. */
  readonly keepDays: number;
  /** Maximum number of entries that one transaction clears. Default 1000. */
  readonly batchSize?: number;
};

const DEFAULT_BATCH_SIZE = 1000;
const DAY_MS = 86_400_000;
/** Pause between two searches for old entries, in milliseconds. */
const PAUSE_MS = 3_600_000;

/**
 * Clears old entries, at once and then every hour, until it is disposed of. A fault is logged, and the next run
 * continues there.
 */
export function keepLog<DB>(work: RetentionWork<DB>): AsyncDisposable {
  const ending = new AbortController();
  const { signal } = ending;
  const keep = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        const cleared = await clearOldEntries(work, signal);
        if (cleared > 0)
          work.log.info({ cleared }, `old entries of ${work.source.name} are cleared`);
      } catch (err) {
        if (!awayIn(err))
          work.log.warn({ err }, `${work.source.name} could not be cleared; it is tried again`);
      }
      // Rejects if it is disposed of in the meantime, which ends the loop.
      await wait(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const kept = keep();
  return {
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await within(STOP_MS, kept, undefined);
    },
  };
}

/**
 * Clears old entries in batches, each in its own transaction.
 *
 * @param signal ends it after the current batch.
 * @returns how many entries were cleared.
 */
export async function clearOldEntries<DB>(
  work: RetentionWork<DB>,
  signal?: AbortSignal,
): Promise<number> {
  const size = work.batchSize ?? DEFAULT_BATCH_SIZE;
  for (let cleared = 0; ;) {
    const gone = await clearBatch(work, size);
    cleared += gone;
    if (gone < size || signal?.aborted) return cleared;
  }
}

/**
 * Clears the oldest entries, up to the first that is kept, so that the rest has no gap. If another hub is
 * clearing, it does nothing. The same transaction records up to where the log is cleared, so that a reader sees
 * both or neither.
 */
async function clearBatch<DB>(work: RetentionWork<DB>, size: number): Promise<number> {
  const { source } = work;
  const now = (work.clock?.() ?? new Date()).getTime();
  const oldest = new Date(now - work.keepDays * DAY_MS);
  return await work.rows.transaction().execute(async (rows) => {
    const { rows: row } = await sql<{ isOurs: boolean; settled: number }>`
      select pg_try_advisory_xact_lock(hashtext(${source.state}), 0) as is_ours, settled_update_number() as settled`.execute(
      rows,
    );
    const [found] = row;
    if (!found?.isOurs) return 0;
    // A separate statement: up to the settled number it sees every entry that there will ever be.
    const cleared = await sql<{ gone: number }>`
      with oldest as (
        select number, occurred_at from ${sql.table(source.entries)} where number <= ${found.settled}
        order by number limit ${sql.lit(size)}
      ),
      gone as (
        delete from ${sql.table(source.entries)} where number in (
          select number from oldest
          where number < coalesce((select min(number) from oldest where occurred_at >= ${oldest}), ${found.settled} + 1)
        ) returning number, id
      ),
      noted as (
        update ${sql.table(source.state)} set cleared_number = newest.number, cleared_id = newest.id
        from (select number, id from gone order by number desc limit 1) as newest
        where newest.number > cleared_number
      )
      select count(*) as gone from gone`.execute(rows);
    return cleared.rows[0]?.gone ?? 0;
  });
}
