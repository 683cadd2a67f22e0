import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createFulfilmentLoaders } from "./fulfilment.loaders.ts";
import * as resolvers from "./fulfilment.resolver.ts";

/** Counted with its commitment; it has no record of its own. */
export const fulfilment = {
  name: "Fulfilment",
  loaders: { fulfilments: createFulfilmentLoaders },
  resolvers,
} satisfies Noun;
