import { awayIn } from "@alliance-hub/platform/errors/database-away";
import { withSpan } from "@alliance-hub/platform/trace/span";
import type { LeasedDelivery } from "../delivery-queue/leased-delivery.ts";
import { attemptTogether } from "./attempt.ts";
import type { EndpointOwner, OutboxContext, OutboxWork } from "./endpoint-context.ts";

/** What an attempt of a leased delivery needs. */
export interface LeasedWork extends Pick<OutboxWork, "log" | "webhooks"> {
  readonly contextOf: (owner: EndpointOwner) => Promise<OutboxContext>;
}

/**
 * Attempts deliveries that a worker has leased, and logs failures: one, or those of one robot together. No request
 * caused it, so it begins its own trace.
 */
export async function attemptLeased(
  work: LeasedWork,
  deliveries: readonly [LeasedDelivery, ...LeasedDelivery[]],
): Promise<void> {
  const { tracing } = work.webhooks.settings;
  if (!tracing) return await attempt(work, deliveries);
  const [delivery] = deliveries;
  const attributes = { "hub.webhook.delivery": delivery.id };
  const span = tracing.begin("webhook delivery", { kind: "client", attributes });
  return await withSpan(span, () => attempt(work, deliveries));
}

async function attempt(
  { log, contextOf }: LeasedWork,
  deliveries: readonly [LeasedDelivery, ...LeasedDelivery[]],
): Promise<void> {
  const [delivery] = deliveries;
  const { id: deliveryId, endpointId, address } = delivery;
  try {
    const failed = await attemptTogether(await contextOf(delivery), deliveries);
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
