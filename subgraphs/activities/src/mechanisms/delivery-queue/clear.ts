import { type Kysely, sql } from "kysely";

/** How long finished deliveries are kept, in days. */
const KEEP_DAYS = 30;
const CLEARED_AT_ONCE = 10_000;

/** Deletes deliveries that finished long ago, with their attempts. */
export async function clearDeliveries<DB>(rows: Kysely<DB>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  await sql`delete from webhook_delivery where id in (
    select id from webhook_delivery where created_at < ${before} and (state <> 'PENDING' or update_id is null)
    order by created_at limit ${sql.lit(CLEARED_AT_ONCE)})`.execute(rows);
}
