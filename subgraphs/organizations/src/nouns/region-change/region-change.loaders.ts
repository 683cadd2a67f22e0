import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { RegionContext, RegionRow } from "../region/region.loaders.ts";
import type { RegionChange } from "./region-change.entity.ts";
import type { RegionChangeFilter } from "./region-change.input.ts";

/** A change as lists and loaders give it. */
export type RegionChangeRow = Row<RegionChange>;

/** Changes, and the regions that they are about. */
export interface RegionChangeTables extends TablesWith<"regionChange", RegionChange> {
  readonly region: RegionRow;
}

/** What changes need of a call. */
export interface RegionChangeContext
  extends
    ContextWith<"regionChanges", typeof createRegionChangeLoaders>,
    Pick<RegionContext, "regions"> {}

/** Loaders of one call. */
export function createRegionChangeLoaders(context: BaseContext<RegionChangeTables>) {
  const changes = recordReads<RegionChangeTables, "regionChange", RegionChangeRow>(context, {
    table: "regionChange",
  });
  return {
    byId: changes.byId,
    list: (filter: RegionChangeFilter) =>
      changes.list("regionChanges", [
        changes.within(filter.regionCode),
        oneOf("regionChange.state", filter.states),
        oneOf("regionChange.kind", filter.kinds),
      ]),
  };
}
