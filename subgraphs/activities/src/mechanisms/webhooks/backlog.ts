import type { Backlog } from "@alliance-hub/platform/subgraph/subgraph";
import { type Kysely, sql } from "kysely";

/**
 * Maximum number of rows of each kind that are counted, and of endpoints that are read, because a backlog is
 * read every few seconds.
 */
const MOST_COUNTED = 1000;

/**
 * Updates that wait to be sent to subscribers, and deliveries that wait.
 *
 * @param told the number up to which subscribers in this process have everything; undefined if nobody follows
 * the log.
 */
export async function readBacklog<DB>(
  rows: Kysely<DB>,
  told: number | undefined,
): Promise<Backlog> {
  const most = sql.lit(MOST_COUNTED);
  const { rows: found } = await sql<Backlog>`
    with untold as (
      select occurred_at from activity_update where number > ${told ?? null}::bigint order by number limit ${most}
    ), endpoint as (
      select id, cursor_number from webhook_endpoint where state = 'ENABLED' order by cursor_number limit ${most}
    ), line as (
      select waiting, least(oldest, unread) as since from endpoint
      cross join lateral (
        select count(*) as waiting, min(created_at) as oldest from (
          select created_at from webhook_delivery
          where endpoint_id = endpoint.id and state = 'PENDING' and update_id is not null
          order by update_number limit ${most}
        ) as pending
      ) as pending
      left join lateral (
        select occurred_at as unread from activity_update where number > endpoint.cursor_number
        order by number limit 1
      ) as next on true
    )
    select
      (select count(*) from untold) as updates,
      (select coalesce(extract(epoch from now() - min(occurred_at)), 0)::float from untold) as updates_seconds,
      (select coalesce(sum(waiting), 0)::bigint from line) as webhooks,
      (select coalesce(extract(epoch from now() - min(since)), 0)::float from line) as webhooks_seconds`.execute(
    rows,
  );
  const [backlog] = found;
  if (!backlog) throw new Error("A query of aggregates gave no row.");
  return backlog;
}
