import type { Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { type Kysely, sql } from "kysely";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import type { ActivityUpdateType } from "../update-log/activity-update.ts";
import { WEBHOOK_DELIVERY_STEPS, WebhookDelivery } from "./delivery.ts";
import { LEASE_MS } from "./leased-delivery.ts";

/** An update or a notice to deliver to an endpoint. */
export interface QueuedUpdate {
  readonly deliveryId: string;
  readonly id: string;
  /** In the update log. */
  readonly number: number;
  /** The activity, or the record that the notice is about. */
  readonly activityId: string;
  /** Null for a notice. */
  readonly type: ActivityUpdateType | null;
}

/** The endpoint, and since when its deliveries are due. */
export interface QueuePlace {
  readonly endpointId: string;
  readonly now: Date;
}

/**
 * Puts updates into an endpoint's queue. If a delivery has finished already, it is delivered again under the
 * same id, because the endpoint's cursor was set back.
 */
export async function putUpdates<DB>(
  transaction: Kysely<DB>,
  { endpointId, now }: QueuePlace,
  updates: readonly QueuedUpdate[],
): Promise<void> {
  await sql`
    insert into webhook_delivery (id, created_at, endpoint_id, update_id, update_number, activity_id, update_type, of_notice, state, due_at)
    select new.id, ${now}, ${endpointId}::uuid, new.update_id, new.update_number, new.activity_id, new.update_type, new.update_type is null, 'PENDING', ${now}
    from unnest(${updates.map(({ deliveryId }) => deliveryId)}::uuid[], ${updates.map(({ id }) => id)}::uuid[],
      ${updates.map(({ number }) => number)}::bigint[], ${updates.map(({ activityId }) => activityId)}::uuid[], ${updates.map(({ type }) => type)}::text[])
      as new (id, update_id, update_number, activity_id, update_type)
    on conflict (endpoint_id, update_id) do update
      set state = 'PENDING', failures = 0, due_at = excluded.due_at, finished_at = null
      where webhook_delivery.state <> 'PENDING'`.execute(transaction);
}

/** A test delivery. It has a lease, so that no worker takes it. */
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
    ofNotice: false,
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

/** An existing delivery, locked. Its endpoint is locked first, in the same order as in workers. */
export async function lockDelivery(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
): Promise<Readonly<WebhookDelivery>> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  return await em.findOneOrFail(WebhookDelivery, id, { lockMode });
}

/** Puts a locked delivery into the queue again. If it waits for its next attempt, it is due at once. */
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

/** Gives up all pending deliveries of an endpoint that has ended. */
export async function giveUpAll<DB>(
  transaction: Kysely<DB>,
  { endpointId, now }: QueuePlace,
): Promise<void> {
  await sql`update webhook_delivery set state = 'GIVEN_UP', finished_at = ${now}
    where endpoint_id = ${endpointId} and state = 'PENDING'`.execute(transaction);
}

/** Starts again with all pending deliveries of an endpoint that is enabled again. */
export async function beginAnew<DB>(
  transaction: Kysely<DB>,
  { endpointId, now }: QueuePlace,
): Promise<void> {
  await sql`update webhook_delivery set failures = 0, due_at = ${now}
    where endpoint_id = ${endpointId} and state = 'PENDING'`.execute(transaction);
}
