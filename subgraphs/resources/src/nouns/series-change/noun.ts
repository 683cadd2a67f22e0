import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./series-change.resolver.ts";

/** A series that is changed from a day on; it has no separate record. */
export const seriesChange = { name: "SeriesChange", loaders: {}, resolvers } satisfies Noun;
