import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createVenueLoaders } from "./venue.loaders.ts";

/** A resource of another subgraph. There is no record of it here. */
export const venue = {
  name: "Resource",
  loaders: { venues: createVenueLoaders },
  resolvers: {},
} satisfies Noun;
