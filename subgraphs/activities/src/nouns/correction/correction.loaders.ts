import type { Row } from "@alliance-hub/platform/database/row";
import { allBelow } from "@alliance-hub/platform/keys/all-below";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type DataLoader from "dataloader";
import type { Correction } from "../../mechanisms/corrections/correction.ts";
import type { Wording } from "../../mechanisms/wording/wording.ts";

/** A correction as loaders give it. */
export type CorrectionRow = Row<Correction>;

/** The tables that corrections are read from. */
export interface CorrectionTables extends TablesWith<"correction", Correction> {}

/** Reads of corrections. */
export interface CorrectionLoaders {
  /** Those of an activity, first to last. The activity was read before, so the viewer may see it. */
  readonly ofActivity: DataLoader<string, CorrectionRow[]>;
}

/** What corrections need of a call. */
export interface CorrectionContext extends BaseContext<CorrectionTables> {
  readonly corrections: CorrectionLoaders;
  readonly wording: Wording;
}

/** Loaders of one call. */
export function createCorrectionLoaders(context: BaseContext<CorrectionTables>): CorrectionLoaders {
  return {
    ofActivity: allBelow("activityId", (activityIds) =>
      context.rows
        .selectFrom("correction")
        .selectAll()
        .where(anyOf("activityId", activityIds, "uuid"))
        .orderBy("at")
        .orderBy("id")
        .execute(),
    ),
  };
}
