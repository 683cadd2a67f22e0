import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./series-keeping.resolver.ts";

/** A series to which nobody came and that its unit keeps all the same; it has no separate record. */
export const seriesKeeping = { name: "SeriesKeeping", loaders: {}, resolvers } satisfies Noun;
