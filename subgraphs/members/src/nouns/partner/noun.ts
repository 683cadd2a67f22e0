import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createPartnerLoaders } from "./partner.loaders.ts";
import * as resolvers from "./partner.resolver.ts";

export const partner = {
  name: "Partner",
  loaders: { partners: createPartnerLoaders },
  resolvers,
} satisfies Noun;
