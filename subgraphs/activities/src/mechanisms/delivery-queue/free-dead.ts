import { type Kysely, sql } from "kysely";

/**
 * Frees the deliveries that dead workers had leased, so that nobody waits until the leases expire. A worker is
 * dead if its lock can be taken.
 *
 * @returns how many deliveries are free now.
 */
export async function freeDead<DB>(rows: Kysely<DB>): Promise<number> {
  const freed = await sql`
    with worker as materialized (
      select distinct leased_by as number from webhook_delivery
      where state = 'PENDING' and leased_until is not null and leased_by is not null
    ),
    dead as materialized (
      select number from worker where pg_try_advisory_xact_lock(hashtext('webhook_worker'), number)
    )
    update webhook_delivery delivery set lease_id = null, leased_until = null
    from dead where delivery.state = 'PENDING' and delivery.leased_until is not null
      and delivery.leased_by = dead.number`.execute(rows);
  return Number(freed.numAffectedRows ?? 0n);
}
