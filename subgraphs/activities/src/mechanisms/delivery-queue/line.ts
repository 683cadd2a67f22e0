import type { Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { type Kysely, sql } from "kysely";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import type { ActivityUpdateType } from "../update-log/activity-update.ts";
import { WEBHOOK_DELIVERY_STEPS, WebhookDelivery } from "./delivery.ts";
import { LEASE_MS } from "./leased-delivery.ts";

/** An update that an endpoint is to be told of. */
export interface QueuedUpdate {
  readonly deliveryId: string;
  readonly id: string;
  /** In the update log. */
  readonly number: number;
  readonly activityId: string;
  readonly type: ActivityUpdateType;
}

/** Where deliveries go, and since when they are due. */
export interface QueuePlace {
  readonly endpointId: string;
  readonly now: Date;
}

/**
 * Puts updates in an endpoint's line. What has come to its end is delivered again, under the same id:
 * the endpoint's cursor was set back.
 */
export async function putUpdates<DB>(
  transaction: Kysely<DB>,
  { endpointId, now }: QueuePlace,
  updates: readonly QueuedUpdate[],
): Promise<void> {
  await sql`
    insert into webhook_delivery (id, created_at, endpoint_id, update_id, update_number, activity_id, update_type, state, due_at)
    select new.id, ${now}, ${endpointId}::uuid, new.update_id, new.update_number, new.activity_id, new.update_type, 'PENDING', ${now}
    from unnest(${updates.map(({ deliveryId }) => deliveryId)}::uuid[], ${updates.map(({ id }) => id)}::uuid[],
      ${updates.map(({ number }) => number)}::bigint[], ${updates.map(({ activityId }) => activityId)}::uuid[], ${updates.map(({ type }) => type)}::text[])
      as new (id, update_id, update_number, activity_id, update_type)
    on conflict (endpoint_id, update_id) do update
      set state = 'PENDING', failures = 0, due_at = excluded.due_at, finished_at = null
      where webhook_delivery.state <> 'PENDING'`.execute(transaction);
}

/** A test delivery, made under a lease that no worker takes up. */
export function putTest(
  { em, now }: Pick<Work<unknown>, "em" | "now">,
  {
    id,
    endpointId,
    leaseId,
  }: { readonly id: string; readonly endpointId: string; readonly leaseId: string },
): WebhookDelivery {
  return em.create(WebhookDelivery, {
    id,
    createdAt: now,
    endpointId,
    updateId: null,
    updateNumber: null,
    activityId: null,
    updateType: null,
    state: "PENDING",
    finishedAt: null,
    failures: 0,
    dueAt: now,
    leaseId,
    leasedUntil: new Date(now.getTime() + LEASE_MS),
  });
}

/** A delivery that is there, under its lock. Its endpoint is locked before, as workers do. */
export async function lockDelivery(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
): Promise<Readonly<WebhookDelivery>> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  return await em.findOneOrFail(WebhookDelivery, id, { lockMode });
}

/** Puts a locked delivery in line again; one that waits for its next attempt is due at once. */
export function putAgain(delivery: WebhookDelivery, now: Date): void {
  Object.assign(delivery, { state: "PENDING", failures: 0, dueAt: now, finishedAt: null });
}

/**
 * Gives up a locked delivery.
 *
 * @throws HubError `ILLEGAL_TRANSITION` unless it is pending.
 */
export function giveUp(delivery: WebhookDelivery, now: Date): void {
  const to = "GIVEN_UP";
  requireTransition(WEBHOOK_DELIVERY_STEPS, delivery, { noun: "WebhookDelivery", to });
  Object.assign(delivery, { state: to, finishedAt: now, leaseId: null, leasedUntil: null });
}

/** Gives up all that an endpoint waits for: it has ended. */
export async function giveUpAll<DB>(
  transaction: Kysely<DB>,
  { endpointId, now }: QueuePlace,
): Promise<void> {
  await sql`update webhook_delivery set state = 'GIVEN_UP', finished_at = ${now}
    where endpoint_id = ${endpointId} and state = 'PENDING'`.execute(transaction);
}

/** Begins anew with all that an endpoint waits for: it is enabled again. */
export async function beginAnew<DB>(
  transaction: Kysely<DB>,
  { endpointId, now }: QueuePlace,
): Promise<void> {
  await sql`update webhook_delivery set failures = 0, due_at = ${now}
    where endpoint_id = ${endpointId} and state = 'PENDING'`.execute(transaction);
}
