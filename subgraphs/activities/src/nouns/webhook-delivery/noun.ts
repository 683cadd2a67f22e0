import type { Noun } from "@alliance-hub/platform/noun/noun";
import { WebhookDeliverySchema } from "../../mechanisms/delivery-queue/delivery.ts";
import { createMessageLoaders } from "../../mechanisms/webhooks/readable-message.ts";
import { createWebhookDeliveryLoaders } from "./webhook-delivery.loaders.ts";
import * as resolvers from "./webhook-delivery.resolver.ts";

/** What people read of deliveries and do with one; the queue itself is a mechanism. */
export const webhookDelivery = {
  name: "WebhookDelivery",
  entity: WebhookDeliverySchema,
  loaders: {
    webhookDeliveries: createWebhookDeliveryLoaders,
    webhookMessages: createMessageLoaders,
  },
  resolvers,
} satisfies Noun;
