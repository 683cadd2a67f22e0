import type { Backlog } from "@alliance-hub/platform/subgraph/subgraph";
import { standsOnGoodKey } from "@alliance-hub/platform/directory/partner-key";
import { type Kysely, sql } from "kysely";
import type { ActivityUpdateFilter } from "../../nouns/activity-update/activity-update.input.ts";
import type { ActivitiesTables } from "../../database.ts";
import { LEASE_MS, type LeasedDelivery } from "./leased-delivery.ts";

/** An endpoint that has not been told of all that the log has. */
export interface BehindEndpoint {
  readonly id: string;
  readonly organizationId: string;
  readonly filter: ActivityUpdateFilter;
  readonly cursorNumber: number;
}

/** Most endpoints that are brought up to the end of the log in one round. */
const MOST_BEHIND = 200;

/** Deliveries of one endpoint that are under way at once, and while it fails. */
const AT_ONCE = 4;
const AT_ONCE_FAILING = 1;

/** Enabled endpoints whose place in the log is not its end, those furthest behind first. */
export async function readBehind(rows: Kysely<ActivitiesTables>): Promise<BehindEndpoint[]> {
  return await rows
    .selectFrom("webhookEndpoint")
    .select(["id", "organizationId", "filter", "cursorNumber"])
    .where("state", "=", "ENABLED")
    .where("cursorNumber", "<", (log) =>
      log.selectFrom("activityUpdate").select(sql<number>`max(number)`.as("end")),
    )
    .orderBy("cursorNumber")
    .limit(MOST_BEHIND)
    .execute();
}

/** What is leased. */
export interface LeaseQuestion {
  readonly leaseId: string;
  /** Number of the worker that leases. */
  readonly leasedBy: number;
  /** Endpoints whose secrets another key has sealed are left to who has it. */
  readonly keyId: string;
  readonly limit: number;
  readonly now: Date;
}

/**
 * Leases deliveries that are due, of enabled endpoints: of each activity the first that is pending, of
 * each endpoint a few at a time, and those that answer before those that fail. Whatever another worker
 * has taken in the same moment is passed over. Leases go by the clock of the database, which all
 * workers share; one whose worker has died and is not found dead (`webhook-worker/`) is taken over when
 * it has run out.
 */
export async function leaseDue(
  rows: Kysely<ActivitiesTables>,
  { leaseId, leasedBy, keyId, limit, now }: LeaseQuestion,
): Promise<LeasedDelivery[]> {
  const { rows: leased } = await sql<LeasedDelivery>`
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
      where endpoint.state = 'ENABLED' and endpoint.secret_key_id = ${keyId}
        and (endpoint.paused_until is null or endpoint.paused_until <= ${now})
      order by endpoint.failing_since is not null, waiting.due_at
      limit ${limit}
    )
    update webhook_delivery delivery set lease_id = ${leaseId}, leased_by = ${leasedBy},
      leased_until = clock_timestamp() + make_interval(secs => ${sql.lit(LEASE_MS / 1000)})
    from due, webhook_endpoint endpoint
    where delivery.id = due.id and endpoint.id = delivery.endpoint_id and delivery.state = 'PENDING'
    returning delivery.id, delivery.endpoint_id, delivery.update_id, delivery.failures, delivery.lease_id,
      endpoint.organization_id, endpoint.address, endpoint.sealed_secret, endpoint.sealed_previous_secret,
      endpoint.previous_secret_until, endpoint.partner_subject,
      ${standsOnGoodKey("endpoint", "activities:read")} as is_vouched_for`.execute(rows);
  return leased;
}

/** How many enabled endpoints have a secret that another key has sealed: who has this one cannot sign for them. */
export async function countForeign(rows: Kysely<ActivitiesTables>, keyId: string): Promise<number> {
  const found = await rows
    .selectFrom("webhookEndpoint")
    .select(sql<number>`count(*)`.as("foreign"))
    .where("state", "=", "ENABLED")
    .where("secretKeyId", "<>", keyId)
    .executeTakeFirstOrThrow();
  return found.foreign;
}

/** Wakes workers, in whatever process, when the transaction commits. */
export async function wakeOutbox(transaction: Kysely<ActivitiesTables>): Promise<void> {
  await sql`select pg_notify('activity_update', '')`.execute(transaction);
}

/** How long deliveries are kept that have come to their end, in days. */
const KEEP_DAYS = 30;
const CLEARED_AT_ONCE = 10_000;

/** Forgets deliveries that have long come to their end, with their attempts. */
export async function clearDeliveries(rows: Kysely<ActivitiesTables>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  await sql`delete from webhook_delivery where id in (
    select id from webhook_delivery where created_at < ${before} and (state <> 'PENDING' or update_id is null)
    order by created_at limit ${sql.lit(CLEARED_AT_ONCE)})`.execute(rows);
}

/** Most of each kind that are counted, and endpoints that are looked at: a backlog is read every few seconds. */
const MOST_COUNTED = 1000;

/**
 * What waits to be told or delivered.
 *
 * @param told up to where the log has been told in this process; undefined where nobody follows it.
 */
export async function readBacklog(
  rows: Kysely<ActivitiesTables>,
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
