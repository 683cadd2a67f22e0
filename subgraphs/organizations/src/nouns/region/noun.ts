import type { Noun } from "@alliance-hub/platform/noun/noun";
import type { SelectionInfo } from "@alliance-hub/platform/database/selection";
import { RegionSchema } from "./region.entity.ts";
import { type RegionContext, regionColumns, createRegionLoaders } from "./region.loaders.ts";
import * as resolvers from "./region.resolver.ts";

export const region = {
  name: "Region",
  entity: RegionSchema,
  loaders: { regions: createRegionLoaders },
  resolvers,
  reference: ({ code }: { code: string }, { regions }: RegionContext, info: SelectionInfo) =>
    regions.with(regionColumns.ofRecord(info)).load(code),
} satisfies Noun;
