import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./seat-correction.resolver.ts";

/** A change of a seat; it has no separate record. */
export const seatCorrection = {
  name: "SeatCorrection",
  loaders: {},
  resolvers,
} satisfies Noun;
