import type { WebhookDeliveryState } from "../../graph/generated/graphql.ts";
import { DELIVERY_STATES } from "../../words/labels.ts";

/** Which deliveries are shown, as it stands in the page's address. */
export interface DeliverySearch {
  readonly state?: WebhookDeliveryState | undefined;
}

export function readDeliverySearch({ state }: Record<string, unknown>): DeliverySearch {
  return typeof state === "string" && state in DELIVERY_STATES
    ? { state: state as WebhookDeliveryState }
    : {};
}
