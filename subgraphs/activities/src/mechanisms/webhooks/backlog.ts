import { onlyRow } from "@alliance-hub/platform/database/only-row";
import type { Waiting } from "@alliance-hub/platform/subgraph/backlog";
import { type Kysely, sql } from "kysely";

/**
 * Maximum number of rows of each kind that are counted, and of endpoints that are read, because a backlog is
 * read every few seconds.
 */
const MOST_COUNTED = 1000;

/**
 * Deliveries to enabled endpoints that wait for an attempt. The oldest may also be an update, or a notice that an
 * endpoint takes, for which there is no delivery yet: that the worker does not run must be seen, too.
 */
export async function readWebhookBacklog<DB>(rows: Kysely<DB>): Promise<Waiting> {
  const most = sql.lit(MOST_COUNTED);
  const { rows: found } = await sql<Waiting>`
    with endpoint as (
      select id, organization_id, cursor_number, notices, notice_cursor_number from webhook_endpoint
      where state = 'ENABLED' order by cursor_number limit ${most}
    ), line as (
      select waiting, least(oldest, unread_update, unread_notice) as since from endpoint
      cross join lateral (
        select count(*) as waiting, min(created_at) as oldest from (
          select created_at from webhook_delivery
          where endpoint_id = endpoint.id and state = 'PENDING' and update_id is not null
          order by update_number limit ${most}
        ) as pending
      ) as pending
      left join lateral (
        select occurred_at as unread_update from activity_update where number > endpoint.cursor_number
        order by number limit 1
      ) as next_update on true
      left join lateral (
        select occurred_at as unread_notice from notice
        where addressee = 'unit:' || endpoint.organization_id and number > endpoint.notice_cursor_number
          and coalesce(endpoint.notices -> 'nouns' ? noun, true) and coalesce(endpoint.notices -> 'types' ? type, true)
        order by number limit 1
      ) as next_notice on true
    )
    select coalesce(sum(waiting), 0)::bigint as count,
      coalesce(extract(epoch from now() - min(since)), 0)::float as seconds from line`.execute(
    rows,
  );
  return onlyRow(found);
}
