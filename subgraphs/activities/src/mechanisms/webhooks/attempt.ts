import { pauseAfter } from "@alliance-hub/platform/webhooks/retry";
import { type Sent, send } from "@alliance-hub/platform/webhooks/send";
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
import { type ReadyDelivery, postOf } from "./post.ts";
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
  return await attemptTogether(context, [delivery]);
}

/**
 * The same for deliveries of one robot, joined into one message. What does not fit into it is returned.
 *
 * @param deliveries of one endpoint, in the order of the log.
 */
export async function attemptTogether(
  context: AttemptContext,
  deliveries: readonly [LeasedDelivery, ...LeasedDelivery[]],
): Promise<AttemptReport | undefined> {
  const { webhooks, signal, rows } = context;
  const [first] = deliveries;
  if (!first.isVouchedFor) {
    await lapse(context, deliveries);
    return undefined;
  }
  const [next, ...others] = await readyOf(context, deliveries);
  if (!next) return undefined;
  const at = context.clock();
  const secrets = validSecrets(webhooks, { ...first, id: first.endpointId }, at);
  const { carried, ...post } = postOf([next, ...others], secrets, at);
  const told = [next, ...others].slice(0, carried).map(({ delivery }) => delivery);
  for (const { delivery } of [next, ...others].slice(carried)) await releaseLease(rows, delivery);
  const { timeoutMs, rule } = webhooks;
  const sent = await send({ ...post, timeoutMs, signal, rule });
  const isTest = first.updateId === null;
  const report = (isDelivered: boolean, isDisabled: boolean): void => {
    const { durationMs } = sent;
    if (!isTest) webhooks.settings.onAttempt?.({ isDelivered, durationMs, isDisabled });
  };
  if (sent.error === null) {
    await succeeded(context, told, { sent, at });
    report(true, false);
    return undefined;
  }
  // No other worker takes a test. The client that asked for it has gone, so it ends here.
  if (signal.aborted && !isTest) {
    for (const delivery of told) await releaseLease(rows, delivery);
    return undefined;
  }
  const isDisabled = await failed(context, told, { sent, at });
  report(false, isDisabled);
  return { ...sent, isDisabled };
}

/** Those of some deliveries for which there is something to send. The others are settled. */
async function readyOf(
  context: AttemptContext,
  deliveries: readonly LeasedDelivery[],
): Promise<ReadyDelivery[]> {
  const messages = await Promise.all(
    deliveries.map((delivery) => context.webhookMessages.of(delivery)),
  );
  const ready: ReadyDelivery[] = [];
  for (const [at, delivery] of deliveries.entries()) {
    const message = messages[at];
    if (message && "body" in message) ready.push({ delivery, message });
    else if (message) await leaveOut(context, delivery, message.absent);
  }
  return ready;
}

async function succeeded(
  context: AttemptContext,
  deliveries: readonly LeasedDelivery[],
  attempt: SentAttempt,
): Promise<void> {
  const now = context.clock();
  await context.rows.transaction().execute(async (rows) => {
    const [first] = deliveries;
    if (first && first.updateId !== null) await noteSuccess(rows, first.endpointId);
    for (const delivery of deliveries) {
      const { failures } = delivery;
      await settle(rows, delivery, { state: "DELIVERED", failures, now, attempt });
    }
  });
}

/** @returns whether the endpoint has been disabled. */
async function failed(
  context: AttemptContext,
  deliveries: readonly LeasedDelivery[],
  attempt: SentAttempt,
): Promise<boolean> {
  const [first] = deliveries;
  if (!first) return false;
  const { endpointId } = first;
  const { sent, at } = attempt;
  const now = context.clock();
  const failures = first.failures + 1;
  const pause = pauseAfter(failures, sent.retryAfterMs, context.webhooks.settings);
  return await context.rows.transaction().execute(async (rows) => {
    if (first.updateId === null) {
      await settle(rows, first, { state: "GIVEN_UP", failures, now, attempt });
      return false;
    }
    const { retryAfterMs } = sent;
    const pausedUntil = retryAfterMs === undefined ? null : new Date(now.getTime() + retryAfterMs);
    // Lock the endpoint first, like every change of it. Otherwise two transactions could wait for each other.
    await noteFailure(rows, endpointId, { at, pausedUntil });
    const isLast = pause === undefined || sent.status === 410;
    const reason = `${isLast && sent.status !== 410 ? `The last of ${failures} attempts failed. ` : ""}${sent.error}`;
    const isDisabled =
      isLast && (await disableEndpoint(context, rows, { id: endpointId, reason, now }));
    // They stay pending: when the endpoint is enabled again, it begins with the first of them.
    const dueAt = new Date(now.getTime() + (pause ?? 0));
    for (const delivery of deliveries) {
      const outcome = { state: "PENDING", failures: delivery.failures + 1, now, dueAt } as const;
      await settle(rows, delivery, { ...outcome, attempt });
    }
    return isDisabled;
  });
}

const LAPSED =
  "The key of the partner system that set it up has been revoked or may no longer read activities. A liaison can enable it again.";

/** The endpoint depends on a key that is no longer valid. Nothing is sent, and the endpoint is disabled. */
async function lapse(
  context: AttemptContext,
  deliveries: readonly [LeasedDelivery, ...LeasedDelivery[]],
): Promise<void> {
  const now = context.clock();
  await context.rows.transaction().execute(async (rows) => {
    await disableEndpoint(context, rows, { id: deliveries[0].endpointId, reason: LAPSED, now });
    for (const delivery of deliveries) await releaseLease(rows, delivery);
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
