import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createVenueLoaders } from "./venue.loaders.ts";
import * as resolvers from "./venue.resolver.ts";

/** Where resources are, when they are open and how they are booked; parts of a resource, without records of their own. */
export const venue = {
  name: "Venue",
  loaders: { venues: createVenueLoaders },
  resolvers,
} satisfies Noun;
