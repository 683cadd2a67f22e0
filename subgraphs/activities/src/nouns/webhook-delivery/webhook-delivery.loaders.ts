import { allBelow } from "@alliance-hub/platform/keys/all-below";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import { newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { Row } from "@alliance-hub/platform/database/row";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type {
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryState,
} from "../../mechanisms/delivery-queue/delivery.ts";
import type { AttemptContext } from "../../mechanisms/webhooks/attempt.ts";
import type { ActivityContext } from "../activity/activity.loaders.ts";
import type {
  WebhookEndpointContext,
  WebhookEndpointTables,
} from "../webhook-endpoint/webhook-endpoint.loaders.ts";
import { readable } from "../webhook-endpoint/webhook-endpoint.policy.ts";

/** A delivery, as lists and loaders return it. */
export type WebhookDeliveryRow = Row<WebhookDelivery>;

/** What deliveries need of a call. */
export interface WebhookDeliveryContext
  extends WebhookEndpointContext, AttemptContext, Pick<ActivityContext, "activities"> {
  readonly webhookDeliveries: WebhookDeliveryLoaders;
}

/** Reads of deliveries, for viewers that act for the endpoint's organisation. */
export interface WebhookDeliveryLoaders {
  readonly byId: DataLoader<string, WebhookDeliveryRow | null>;
  /** All attempts of a delivery, the first one first. The caller has already read the delivery. */
  readonly attempts: DataLoader<string, WebhookAttempt[]>;
  /** @param states default: all. */
  ofEndpoint(states: readonly WebhookDeliveryState[] | null): NestedPages<WebhookDeliveryRow>;
}

/** Loaders of one call. */
export function createWebhookDeliveryLoaders({
  rows,
  viewer,
}: BaseContext<WebhookEndpointTables>): WebhookDeliveryLoaders {
  const visible = () =>
    rows
      .selectFrom("webhookDelivery")
      .innerJoin("webhookEndpoint", "webhookEndpoint.id", "webhookDelivery.endpointId")
      .selectAll("webhookDelivery")
      .where(readable(viewer));
  const pages = new Map<string, NestedPages<WebhookDeliveryRow>>();
  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("webhookDelivery.id", ids, "uuid"))
        .execute(),
    ),
    attempts: allBelow("deliveryId", (deliveryIds) =>
      rows
        .selectFrom("webhookAttempt")
        .selectAll()
        .where(anyOf("deliveryId", deliveryIds, "uuid"))
        .orderBy("number")
        .execute(),
    ),
    ofEndpoint: (states) => {
      // One for all endpoints of a page, so that their deliveries are read together.
      const slot = JSON.stringify(states);
      const query = states ? visible().where(oneOf("webhookDelivery.state", states)) : visible();
      const made =
        pages.get(slot) ??
        nestedPages({
          rows,
          list: {
            name: "webhookEndpoint.deliveries",
            query,
            ...newestFirst<WebhookDeliveryRow>(sql.ref("webhookDelivery.id")),
          },
          parent: sql.ref("webhookDelivery.endpointId"),
          parentType: "uuid",
        });
      pages.set(slot, made);
      return made;
    },
  };
}
