import { type Kysely, sql } from "kysely";
import { deadWorkers } from "../queue-worker/queue-worker.ts";

/**
 * Frees the deliveries that dead workers had leased, so that nobody waits until the leases expire.
 *
 * @returns how many deliveries are free now.
 */
export async function freeDead<DB>(rows: Kysely<DB>): Promise<number> {
  const freed = await sql`
    with ${deadWorkers("webhookDelivery")}
    update webhook_delivery delivery set lease_id = null, leased_until = null
    from dead where delivery.state = 'PENDING' and delivery.leased_until is not null
      and delivery.leased_by = dead.number`.execute(rows);
  return Number(freed.numAffectedRows ?? 0n);
}
