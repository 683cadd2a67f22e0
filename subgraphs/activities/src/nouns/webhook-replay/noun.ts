import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./webhook-replay.resolver.ts";

/** A change of a webhook endpoint; it has no separate record. */
export const webhookReplay = {
  name: "WebhookReplay",
  loaders: {},
  resolvers,
} satisfies Noun;
