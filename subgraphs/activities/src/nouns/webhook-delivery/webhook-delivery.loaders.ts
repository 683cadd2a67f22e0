import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import { newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { ActivitiesBase } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";
import { readable } from "../webhook-endpoint/webhook-endpoint.policy.ts";
import type { WebhookDeliveryState } from "./webhook-delivery.entity.ts";

/** A delivery as lists and loaders give it. */
export type WebhookDeliveryRow = ActivitiesTables["webhookDelivery"];

/** Reads of deliveries, for who acts for the endpoint's organisation. */
export interface WebhookDeliveryLoaders {
  readonly byId: DataLoader<string, WebhookDeliveryRow | null>;
  /** @param states default: all. */
  ofEndpoint(states: readonly WebhookDeliveryState[] | null): NestedPages<WebhookDeliveryRow>;
}

/** Loaders of one call. */
export function createWebhookDeliveryLoaders({
  rows,
  viewer,
}: ActivitiesBase): WebhookDeliveryLoaders {
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
