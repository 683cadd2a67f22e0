import { pauseAfter } from "@alliance-hub/platform/webhooks/retry";
import { type Sent, send } from "@alliance-hub/platform/webhooks/send";
import { CLOUD_EVENT_TYPE } from "@alliance-hub/platform/webhooks/cloud-event";
import { signMessage } from "@alliance-hub/platform/webhooks/sign";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Webhooks } from "@alliance-hub/platform/webhooks/webhooks";
import {
  disableEndpoint,
  noteFailure,
  noteMissed,
  noteSuccess,
} from "../../nouns/webhook-endpoint/webhook-endpoint.background.ts";
import type { WebhookEndpointTables } from "../../nouns/webhook-endpoint/webhook-endpoint.loaders.ts";
import { releaseLease } from "../delivery-queue/lease-due.ts";
import type { LeasedDelivery } from "../delivery-queue/leased-delivery.ts";
import { type SentAttempt, settle } from "../delivery-queue/settle.ts";
import type { MessageLoaders } from "./readable-message.ts";
import { validSecrets } from "./secrets.ts";

/** What an attempt needs of a call. */
export interface AttemptContext extends BaseContext<WebhookEndpointTables> {
  readonly webhooks: Webhooks;
  readonly webhookMessages: MessageLoaders;
}

/** The end of an attempt that is reported in the log. */
export type AttemptReport = Sent & { readonly isDisabled: boolean };

/**
 * Makes one attempt of a leased delivery and records the result.
 *
 * @param context its viewer is the endpoint's organisation with its present standing. Its signal interrupts the
 * attempt, which then counts as not made.
 * @returns what to report; undefined if the attempt succeeded or none was made.
 */
export async function attemptDelivery(
  context: AttemptContext,
  delivery: LeasedDelivery,
): Promise<AttemptReport | undefined> {
  const { webhooks, signal, rows } = context;
  if (!delivery.isVouchedFor) {
    await lapse(context, delivery);
    return undefined;
  }
  const message = await context.webhookMessages.of(delivery);
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
  // No other worker takes a test. The client that asked for it has gone, so it ends here.
  if (signal.aborted && delivery.updateId !== null) {
    await releaseLease(rows, delivery);
    return undefined;
  }
  const isDisabled = await failed(context, delivery, { sent, at });
  report(false, isDisabled);
  return { ...sent, isDisabled };
}

async function succeeded(
  context: AttemptContext,
  delivery: LeasedDelivery,
  attempt: SentAttempt,
): Promise<void> {
  const now = context.clock();
  await context.rows.transaction().execute(async (rows) => {
    if (delivery.updateId !== null) await noteSuccess(rows, delivery.endpointId);
    await settle(rows, delivery, { state: "DELIVERED", failures: delivery.failures, now, attempt });
  });
}

/** @returns whether the endpoint has been disabled. */
async function failed(
  context: AttemptContext,
  delivery: LeasedDelivery,
  attempt: SentAttempt,
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
    // Lock the endpoint first, like every change of it. Otherwise two transactions could wait for each other.
    await noteFailure(rows, delivery.endpointId, { at, pausedUntil });
    const isLast = pause === undefined || sent.status === 410;
    const reason = `${isLast && sent.status !== 410 ? `The last of ${failures} attempts failed. ` : ""}${sent.error}`;
    const isDisabled =
      isLast && (await disableEndpoint(context, rows, { id: delivery.endpointId, reason, now }));
    // It stays pending: when the endpoint is enabled again, it begins with this delivery.
    const dueAt = new Date(now.getTime() + (pause ?? 0));
    await settle(rows, delivery, { state: "PENDING", failures, now, dueAt, attempt });
    return isDisabled;
  });
}

const LAPSED =
  "The key of the partner system that set it up has been revoked or may no longer read activities. A liaison can enable it again.";

/** The endpoint depends on a key that is no longer valid. Nothing is sent, and the endpoint is disabled. */
async function lapse(context: AttemptContext, delivery: LeasedDelivery): Promise<void> {
  const now = context.clock();
  await context.rows.transaction().execute(async (rows) => {
    await disableEndpoint(context, rows, { id: delivery.endpointId, reason: LAPSED, now });
    await releaseLease(rows, delivery);
  });
}

/** Nothing can be sent, and later deliveries no longer wait for it. */
async function leaveOut(
  { rows, clock }: AttemptContext,
  delivery: LeasedDelivery,
  absent: "WITHHELD" | "CLEARED",
): Promise<void> {
  const now = clock();
  const { failures, endpointId } = delivery;
  await rows.transaction().execute(async (transaction) => {
    if (absent === "CLEARED") await noteMissed(transaction, endpointId, now);
    const state = absent === "CLEARED" ? "GIVEN_UP" : absent;
    await settle(transaction, delivery, { state, failures, now });
  });
}
