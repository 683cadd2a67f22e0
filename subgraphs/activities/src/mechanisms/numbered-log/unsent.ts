import { onlyRow } from "@alliance-hub/platform/database/only-row";
import type { Waiting } from "@alliance-hub/platform/subgraph/backlog";
import { type Kysely, sql } from "kysely";
import type { LogSource } from "./log-source.ts";

/** Maximum number of entries that are counted, because a backlog is read every few seconds. */
const MOST_COUNTED = 1000;

/**
 * Entries of a log that this process has not yet sent to its subscribers.
 *
 * @param told the number up to which its subscribers have everything; undefined if nobody follows the log.
 */
export async function readUnsent<DB>(
  rows: Kysely<DB>,
  source: LogSource,
  told: number | undefined,
): Promise<Waiting> {
  if (told === undefined) return { count: 0, seconds: 0 };
  const { rows: found } = await sql<Waiting>`
    select count(*) as count, coalesce(extract(epoch from now() - min(occurred_at)), 0)::float as seconds from (
      select occurred_at from ${sql.table(source.entries)} where number > ${told}
      order by number limit ${sql.lit(MOST_COUNTED)}
    ) as unsent`.execute(rows);
  return onlyRow(found);
}
