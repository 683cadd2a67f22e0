import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./series-cancellation.resolver.ts";

/** The rest of a series that is given up; it has no separate record. */
export const seriesCancellation = {
  name: "SeriesCancellation",
  loaders: {},
  resolvers,
} satisfies Noun;
