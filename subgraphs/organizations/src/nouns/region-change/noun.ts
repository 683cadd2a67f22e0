import type { Noun } from "@alliance-hub/platform/noun/noun";
import { RegionChangeSchema } from "./region-change.entity.ts";
import { createRegionChangeLoaders } from "./region-change.loaders.ts";
import * as resolvers from "./region-change.resolver.ts";

export const regionChange = {
  name: "RegionChange",
  entity: RegionChangeSchema,
  loaders: { regionChanges: createRegionChangeLoaders },
  resolvers,
} satisfies Noun;
