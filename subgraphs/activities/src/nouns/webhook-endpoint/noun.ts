import type { Noun } from "@alliance-hub/platform/noun/noun";
import { WebhookEndpointSchema } from "./webhook-endpoint.entity.ts";
import { createWebhookEndpointLoaders } from "./webhook-endpoint.loaders.ts";
import * as resolvers from "./webhook-endpoint.resolver.ts";

export const webhookEndpoint = {
  name: "WebhookEndpoint",
  entity: WebhookEndpointSchema,
  loaders: { webhookEndpoints: createWebhookEndpointLoaders },
  resolvers,
} satisfies Noun;
