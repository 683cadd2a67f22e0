import { standsOnGoodKey } from "@alliance-hub/platform/directory/partner-key";
import { type Kysely, sql } from "kysely";
import { LEASE_MS, type LeasedDelivery } from "./leased-delivery.ts";

/** How many deliveries of one endpoint are in progress at once, normally and while it fails. */
const AT_ONCE = 4;
const AT_ONCE_FAILING = 1;

/** What to lease. */
export interface LeaseQuestion {
  readonly leaseId: string;
  /** Number of the worker that leases. */
  readonly leasedBy: number;
  /**
   * The id of this process's key. Endpoints whose secrets another key has sealed are left to a worker with that
   * key.
   */
  readonly keyId: string;
  readonly limit: number;
  readonly now: Date;
}

/**
 * Leases due deliveries of enabled endpoints: for each activity the first pending one, for each endpoint a few
 * at a time, and endpoints that answer before endpoints that fail. It skips what another worker takes at the
 * same moment. Leases use the clock of the database, which all workers share. If a worker has died and this was
 * not noticed (`free-dead.ts`), its lease is taken over when it has expired.
 */
export async function leaseDue<DB>(
  rows: Kysely<DB>,
  { leaseId, leasedBy, keyId, limit, now }: LeaseQuestion,
): Promise<LeasedDelivery[]> {
  const { rows: found } = await sql<LeasedDelivery>`
    with due as materialized (
      select waiting.id from webhook_endpoint endpoint cross join lateral (
        select delivery.id, delivery.due_at from webhook_delivery delivery
        where delivery.endpoint_id = endpoint.id and delivery.state = 'PENDING' and delivery.update_id is not null
          and delivery.due_at <= ${now}
          and (delivery.leased_until is null or delivery.leased_until <= clock_timestamp())
          and not exists (
            select from webhook_delivery earlier
            where earlier.endpoint_id = endpoint.id and earlier.activity_id = delivery.activity_id
              and earlier.state = 'PENDING' and earlier.update_id is not null
              and earlier.update_number < delivery.update_number)
        order by delivery.update_number
        limit greatest(0, case when endpoint.failing_since is null then ${sql.lit(AT_ONCE)} else ${sql.lit(AT_ONCE_FAILING)} end - (
          select count(*) from webhook_delivery busy where busy.endpoint_id = endpoint.id and busy.state = 'PENDING'
            and busy.leased_until is not null and busy.leased_until > clock_timestamp()))
        for update skip locked
      ) waiting
      where endpoint.state = 'ENABLED' and endpoint.kind = 'WEBHOOK' and endpoint.secret_key_id = ${keyId}
        and (endpoint.paused_until is null or endpoint.paused_until <= ${now})
      order by endpoint.failing_since is not null, waiting.due_at
      limit ${limit}
    )
    ${leased(leaseId, leasedBy)}`.execute(rows);
  return found;
}

/** Most updates that are joined into one message of a robot. */
const MOST_JOINED = 20;

/**
 * Leases what waits for robots that have their turn, in the order of the log: for each robot as many updates as one
 * message may join, whether or not they are due, because those before them are.
 *
 * @returns the deliveries of each robot.
 */
export async function leaseForRobots<DB>(
  transaction: Kysely<DB>,
  endpointIds: readonly string[],
  { leaseId, leasedBy }: Pick<LeaseQuestion, "leaseId" | "leasedBy">,
): Promise<LeasedDelivery[][]> {
  if (endpointIds.length === 0) return [];
  const { rows: found } = await sql<LeasedDelivery>`
    with due as materialized (
      select waiting.id from unnest(${endpointIds}::uuid[]) as robot(id) cross join lateral (
        select delivery.id from webhook_delivery delivery
        where delivery.endpoint_id = robot.id and delivery.state = 'PENDING' and delivery.update_id is not null
          and (delivery.leased_until is null or delivery.leased_until <= clock_timestamp())
        order by delivery.update_number limit ${sql.lit(MOST_JOINED)}
        for update skip locked
      ) waiting
    )
    ${leased(leaseId, leasedBy)}`.execute(transaction);
  const inOrder = found.toSorted(
    (one, other) => (one.updateNumber ?? 0) - (other.updateNumber ?? 0),
  );
  return [...Map.groupBy(inOrder, ({ endpointId }) => endpointId).values()];
}

/** Leases what `due` has the ids of. */
function leased(leaseId: string, leasedBy: number) {
  return sql`
    update webhook_delivery delivery set lease_id = ${leaseId}, leased_by = ${leasedBy},
      leased_until = clock_timestamp() + make_interval(secs => ${sql.lit(LEASE_MS / 1000)})
    from due, webhook_endpoint endpoint
    where delivery.id = due.id and endpoint.id = delivery.endpoint_id and delivery.state = 'PENDING'
    returning delivery.id, delivery.endpoint_id, delivery.update_id, delivery.update_number, delivery.of_notice, endpoint.kind, delivery.failures, delivery.lease_id,
      endpoint.notices ->> 'language' as language, endpoint.organization_id, endpoint.address, endpoint.sealed_secret, endpoint.sealed_previous_secret,
      endpoint.previous_secret_until, endpoint.partner_subject,
      ${standsOnGoodKey("endpoint", "activities:read")} as is_vouched_for`;
}

/** Returns a delivery that was leased but not attempted. */
export async function releaseLease<DB>(
  rows: Kysely<DB>,
  { id, leaseId }: LeasedDelivery,
): Promise<void> {
  await sql`update webhook_delivery set lease_id = null, leased_until = null
    where id = ${id} and lease_id = ${leaseId}`.execute(rows);
}
