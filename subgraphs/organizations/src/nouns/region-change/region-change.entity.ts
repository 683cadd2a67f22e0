import { TextArray } from "@alliance-hub/platform/database/text-array";
import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { RegionObstacle } from "../../mechanisms/region-obstacle/region-obstacle.ts";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { defineEntity, p } from "@mikro-orm/core";

/** What can become of a region. */
export const RegionChangeKind = {
  RENAME: "RENAME",
  END: "END",
  MERGE: "MERGE",
  MOVE: "MOVE",
} as const;
export type RegionChangeKind = (typeof RegionChangeKind)[keyof typeof RegionChangeKind];

/** A change is carried out on its day, unless it is called off before or is not possible any more. */
export const RegionChangeState = {
  PLANNED: "PLANNED",
  DONE: "DONE",
  CALLED_OFF: "CALLED_OFF",
  FAILED: "FAILED",
} as const;
export type RegionChangeState = (typeof RegionChangeState)[keyof typeof RegionChangeState];

export const REGION_CHANGE_STEPS: StateMachine<RegionChangeState> = {
  PLANNED: ["DONE", "CALLED_OFF", "FAILED"],
  DONE: [],
  CALLED_OFF: [],
  FAILED: [],
};

const text = () => p.string().nullable().strictNullable();

export const RegionChangeSchema = defineEntity({
  name: "RegionChange",
  tableName: "region_change",
  properties: {
    ...baseProperties,
    kind: p.string().$type<RegionChangeKind>(),
    state: p.string().$type<RegionChangeState>(),
    code: p.string(),
    regionPath: keptOut("BOOKKEEPING", p.type(TextArray).$type<RegionPath>()),
    name: text(),
    otherCode: text(),
    formerName: text(),
    formerParentCode: text(),
    effectiveOn: p.date(),
    reason: text(),
    doneAt: p.datetime().nullable().strictNullable(),
    calledOffAt: p.datetime().nullable().strictNullable(),
    callOffReason: text(),
    failReason: text(),
    failedBy: keptOut("BOOKKEEPING", p.json().$type<RegionObstacle>().nullable().strictNullable()),
    sweepAt: keptOut("BOOKKEEPING", p.datetime().nullable().strictNullable()),
  },
});

/** What becomes of a region (区划调整), from a day. */
export class RegionChange extends RegionChangeSchema.class {}
RegionChangeSchema.setClass(RegionChange);
