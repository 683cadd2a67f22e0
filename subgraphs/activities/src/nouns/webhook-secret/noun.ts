import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./webhook-secret.resolver.ts";

/** It is part of a webhook endpoint and has no separate record. */
export const webhookSecret = {
  name: "WebhookSecret",
  loaders: {},
  resolvers,
} satisfies Noun;
