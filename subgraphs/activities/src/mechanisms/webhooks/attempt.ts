import { appendAudit } from "@alliance-hub/platform/change/audit";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { pauseAfter } from "@alliance-hub/platform/webhooks/retry";
import { type Sent, send } from "@alliance-hub/platform/webhooks/send";
import { CLOUD_EVENT_TYPE } from "@alliance-hub/platform/webhooks/cloud-event";
import { signMessage } from "@alliance-hub/platform/webhooks/sign";
import { type Kysely, sql } from "kysely";
import type { ActivitiesContext } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";
import { validSecrets } from "./secrets.ts";
import type { WebhookDeliveryState } from "../../nouns/webhook-delivery/webhook-delivery.entity.ts";
import type { LeasedDelivery } from "./leased-delivery.ts";

/** The end of an attempt that is reported in the log. */
export type AttemptReport = Sent & { readonly isDisabled: boolean };

/**
 * Makes one attempt of a delivery that has been leased, and writes down what came of it.
 *
 * @param context whose viewer is the endpoint's organisation with its present standing; its signal
 *   breaks the attempt off, which is then as if it had not been made.
 * @returns what is to be reported; undefined where the attempt succeeded or none was made.
 */
export async function attemptDelivery(
  context: ActivitiesContext,
  delivery: LeasedDelivery,
): Promise<AttemptReport | undefined> {
  const { webhooks, signal, rows } = context;
  if (!delivery.isVouchedFor) {
    await lapse(context, delivery);
    return undefined;
  }
  const message = await context.webhookAttempts.message(delivery);
  if ("absent" in message) {
    await leaveOut(context, delivery, message.absent);
    return undefined;
  }
  const at = context.clock();
  const { body } = message;
  const secrets = validSecrets(webhooks, { ...delivery, id: delivery.endpointId }, at);
  const sent = await send({
    address: delivery.address,
    headers: {
      "content-type": CLOUD_EVENT_TYPE,
      "user-agent": "alliance-hub",
      ...signMessage({ id: delivery.id, body }, secrets, at),
    },
    body,
    timeoutMs: webhooks.timeoutMs,
    signal,
    rule: webhooks.rule,
  });
  const report = (isDelivered: boolean, isDisabled: boolean): void => {
    const { durationMs } = sent;
    if (delivery.updateId !== null)
      webhooks.settings.onAttempt?.({ isDelivered, durationMs, isDisabled });
  };
  if (sent.error === null) {
    await succeeded(context, delivery, { sent, at });
    report(true, false);
    return undefined;
  }
  // A test is nobody else's: whoever asked for it has gone, and it ends here.
  if (signal.aborted && delivery.updateId !== null) {
    await releaseLease(rows, delivery);
    return undefined;
  }
  const isDisabled = await failed(context, delivery, { sent, at });
  report(false, isDisabled);
  return { ...sent, isDisabled };
}

/** Gives a delivery back that was leased and not attempted. */
export async function releaseLease(
  rows: Kysely<ActivitiesTables>,
  { id, leaseId }: LeasedDelivery,
): Promise<void> {
  await sql`update webhook_delivery set lease_id = null, leased_until = null
    where id = ${id} and lease_id = ${leaseId}`.execute(rows);
}

/** Where an attempt leaves its delivery. */
interface Outcome {
  readonly state: WebhookDeliveryState;
  readonly failures: number;
  readonly now: Date;
  /** When the next attempt is due, where there is one. */
  readonly dueAt?: Date;
  /** Left out: nothing was sent. */
  readonly attempt?: Made;
}

interface Made {
  readonly sent: Sent;
  readonly at: Date;
}

async function succeeded(
  context: ActivitiesContext,
  delivery: LeasedDelivery,
  attempt: Made,
): Promise<void> {
  const now = context.clock();
  await context.rows.transaction().execute(async (rows) => {
    if (delivery.updateId !== null) {
      await sql`update webhook_endpoint set failing_since = null
        where id = ${delivery.endpointId} and failing_since is not null`.execute(rows);
    }
    await settle(rows, delivery, { state: "DELIVERED", failures: delivery.failures, now, attempt });
  });
}

/** @returns whether the endpoint has been disabled. */
async function failed(
  context: ActivitiesContext,
  delivery: LeasedDelivery,
  attempt: Made,
): Promise<boolean> {
  const { sent, at } = attempt;
  const now = context.clock();
  const failures = delivery.failures + 1;
  const pause = pauseAfter(failures, sent.retryAfterMs, context.webhooks.settings);
  return await context.rows.transaction().execute(async (rows) => {
    if (delivery.updateId === null) {
      await settle(rows, delivery, { state: "GIVEN_UP", failures, now, attempt });
      return false;
    }
    const { retryAfterMs } = sent;
    const pausedUntil = retryAfterMs === undefined ? null : new Date(now.getTime() + retryAfterMs);
    // The endpoint first, as whoever changes it does: otherwise each could wait for the other.
    await sql`update webhook_endpoint set failing_since = coalesce(failing_since, ${at}),
      paused_until = greatest(paused_until, ${pausedUntil}::timestamptz)
      where id = ${delivery.endpointId}`.execute(rows);
    const isLast = pause === undefined || sent.status === 410;
    const reason = `${isLast && sent.status !== 410 ? `The last of ${failures} attempts failed. ` : ""}${sent.error}`;
    const isDisabled = isLast && (await disable(context, rows, { delivery, reason, now }));
    // It stays pending: an endpoint that is enabled again begins with it.
    const dueAt = new Date(now.getTime() + (pause ?? 0));
    await settle(rows, delivery, { state: "PENDING", failures, now, dueAt, attempt });
    return isDisabled;
  });
}

const LAPSED =
  "The key of the partner system that set it up has been revoked or may no longer read activities. A liaison may enable it again.";

/** The endpoint stands on a key that is no longer good: nothing is sent, and it is disabled. */
async function lapse(context: ActivitiesContext, delivery: LeasedDelivery): Promise<void> {
  const now = context.clock();
  await context.rows.transaction().execute(async (rows) => {
    await disable(context, rows, { delivery, reason: LAPSED, now });
    await releaseLease(rows, delivery);
  });
}

/** Nothing can be sent; what comes behind it no longer waits. */
async function leaveOut(
  { rows, clock }: ActivitiesContext,
  delivery: LeasedDelivery,
  absent: "WITHHELD" | "CLEARED",
): Promise<void> {
  const now = clock();
  const { failures, endpointId } = delivery;
  await rows.transaction().execute(async (transaction) => {
    if (absent === "CLEARED")
      await sql`update webhook_endpoint set missed_at = ${now} where id = ${endpointId}`.execute(
        transaction,
      );
    const state = absent === "CLEARED" ? "GIVEN_UP" : absent;
    await settle(transaction, delivery, { state, failures, now });
  });
}

/** Only who still holds the lease writes anything down: another one may be at it by now. */
async function settle(
  rows: Kysely<ActivitiesTables>,
  { id, leaseId }: LeasedDelivery,
  { state, failures, now, dueAt, attempt }: Outcome,
): Promise<void> {
  const finishedAt = state === "PENDING" ? null : now;
  const settled = await sql`update webhook_delivery set state = ${state}, failures = ${failures},
      finished_at = ${finishedAt}::timestamptz, due_at = coalesce(${dueAt ?? null}::timestamptz, due_at),
      lease_id = null, leased_until = null
    where id = ${id} and lease_id = ${leaseId}`.execute(rows);
  if (settled.numAffectedRows !== 1n || !attempt) return;
  const { sent, at } = attempt;
  await sql`insert into webhook_attempt (delivery_id, number, at, status, duration_ms, error)
    select ${id}, 1 + count(*), ${at}, ${sent.status}::int, ${sent.durationMs}, ${sent.error}::text
    from webhook_attempt where delivery_id = ${id}`.execute(rows);
}

/** Stops an endpoint. Nobody has asked for it, so it is no mutation; but it is audited like one. */
async function disable(
  context: ActivitiesContext,
  rows: Kysely<ActivitiesTables>,
  { delivery, reason, now }: { delivery: LeasedDelivery; reason: string; now: Date },
): Promise<boolean> {
  const { endpointId, organizationId } = delivery;
  const disabled = await sql`update webhook_endpoint set state = 'DISABLED', reason = ${reason},
      state_since = ${now}, updated_at = ${now}, version = version + 1
    where id = ${endpointId} and state = 'ENABLED'`.execute(rows);
  if (disabled.numAffectedRows !== 1n) return false;
  const organization = await createDirectory(rows).organization(organizationId);
  await appendAudit(context, rows, {
    action: "disableWebhookEndpoint",
    noun: "WebhookEndpoint",
    recordId: endpointId,
    organizationId,
    regionPath: organization?.regionPath ?? [],
    details: { reason },
  });
  return true;
}
