import { awayIn } from "@alliance-hub/platform/errors/database-away";
import { withSpan } from "@alliance-hub/platform/trace/span";
import type { LeasedDelivery } from "../delivery-queue/leased-delivery.ts";
import { attemptDelivery } from "./attempt.ts";
import type { EndpointOwner, OutboxContext, OutboxWork } from "./endpoint-context.ts";

/** What an attempt of a leased delivery needs. */
export interface LeasedWork extends Pick<OutboxWork, "log" | "webhooks"> {
  readonly contextOf: (owner: EndpointOwner) => Promise<OutboxContext>;
}

/**
 * Attempts a delivery that a worker has leased, and logs failures. No request caused it, so it begins its own trace.
 */
export async function attemptLeased(work: LeasedWork, delivery: LeasedDelivery): Promise<void> {
  const { tracing } = work.webhooks.settings;
  if (!tracing) return await attempt(work, delivery);
  const attributes = { "hub.webhook.delivery": delivery.id };
  const span = tracing.begin("webhook delivery", { kind: "client", attributes });
  return await withSpan(span, () => attempt(work, delivery));
}

async function attempt({ log, contextOf }: LeasedWork, delivery: LeasedDelivery): Promise<void> {
  const { id: deliveryId, endpointId, address } = delivery;
  try {
    const failed = await attemptDelivery(await contextOf(delivery), delivery);
    if (!failed) return;
    const { status, durationMs, error, isDisabled } = failed;
    // Paths and queries of addresses may hold secrets of the receiver.
    const about = { endpointId, deliveryId, host: new URL(address).host, status, durationMs };
    log.info({ ...about, failures: delivery.failures + 1 }, `a webhook failed: ${error}`);
    if (isDisabled) log.warn({ endpointId }, `a webhook endpoint has been disabled: ${error}`);
  } catch (err) {
    // It is due again when the lease has expired.
    if (!awayIn(err)) log.warn({ err, endpointId, deliveryId }, "a webhook could not be attempted");
  }
}
