import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./activity-correction.resolver.ts";

/** A change of an activity; it has no separate record. */
export const activityCorrection = {
  name: "ActivityCorrection",
  loaders: {},
  resolvers,
} satisfies Noun;
