import { oneOf, searchReader } from "../../app/address.ts";
import type { WebhookDeliveryState } from "../../graph/generated/graphql.ts";
import { DELIVERY_STATES } from "../../words/labels.ts";

/** Which deliveries are shown, as it stands in the page's address. */
export interface DeliverySearch {
  readonly state?: WebhookDeliveryState | undefined;
}

export const readDeliverySearch = searchReader<DeliverySearch>({
  state: oneOf(DELIVERY_STATES),
});
