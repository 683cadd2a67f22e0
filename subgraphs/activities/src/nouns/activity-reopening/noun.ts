import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./activity-reopening.resolver.ts";

/** A change of an activity; it has no separate record. */
export const activityReopening = {
  name: "ActivityReopening",
  loaders: {},
  resolvers,
} satisfies Noun;
