import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./viewer.resolver.ts";

/** Whoever is asking, as the request has it; there is no record. */
export const viewer = { name: "Viewer", loaders: {}, resolvers } satisfies Noun;
