import { onlyRow } from "@alliance-hub/platform/database/only-row";
import type { Waiting } from "@alliance-hub/platform/subgraph/backlog";
import { type Kysely, sql } from "kysely";
import { SUMMARY_TIME } from "./put.ts";

/** Maximum number of messages that are counted, because a backlog is read every few seconds. */
const MOST_COUNTED = 1000;

/**
 * Messages that should have been sent. One that failed waits since it was due for the first time, not until it is
 * tried again. The oldest may also be a notice that nobody has looked at for mail yet.
 */
export async function readMailBacklog<DB>(rows: Kysely<DB>): Promise<Waiting> {
  const { rows: found } = await sql<Waiting>`
    with late as (
      select case when failures = 0 then due_at
        when kind = 'DAILY' then (topic || 'T' || ${SUMMARY_TIME})::timestamptz
        else created_at end as since
      from mail_outbox where state = 'PENDING' and (due_at <= now() or failures > 0)
      order by due_at limit ${sql.lit(MOST_COUNTED)}
    ), unread as (
      select occurred_at from notice where number > (select number from mail_cursor) order by number limit 1
    )
    select count(*) as count, coalesce(extract(epoch from now() - least(min(since),
      (select occurred_at from unread))), 0)::float as seconds from late`.execute(rows);
  return onlyRow(found);
}
