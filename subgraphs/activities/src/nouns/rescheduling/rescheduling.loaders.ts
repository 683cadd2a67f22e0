import type { Row } from "@alliance-hub/platform/database/row";
import { allBelow } from "@alliance-hub/platform/keys/all-below";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type DataLoader from "dataloader";
import type { Rescheduling } from "../../mechanisms/reschedulings/rescheduling.ts";

/** A rescheduling as loaders give it. */
export type ReschedulingRow = Row<Rescheduling>;

/** The tables that reschedulings are read from. */
export interface ReschedulingTables extends TablesWith<"rescheduling", Rescheduling> {}

/** Reads of reschedulings. */
export interface ReschedulingLoaders {
  /** Those of an activity, first to last. The activity was read before, so the viewer may see it. */
  readonly ofActivity: DataLoader<string, ReschedulingRow[]>;
}

/** What reschedulings need of a call. */
export interface ReschedulingContext extends BaseContext<ReschedulingTables> {
  readonly reschedulings: ReschedulingLoaders;
}

/** Loaders of one call. */
export function createReschedulingLoaders(
  context: BaseContext<ReschedulingTables>,
): ReschedulingLoaders {
  return {
    ofActivity: allBelow("activityId", (activityIds) =>
      context.rows
        .selectFrom("rescheduling")
        .selectAll()
        .where(anyOf("activityId", activityIds, "uuid"))
        .orderBy("at")
        .orderBy("id")
        .execute(),
    ),
  };
}
