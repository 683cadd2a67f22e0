import { TextArray } from "@alliance-hub/platform/database/text-array";
import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import type { FormerName } from "@alliance-hub/platform/noun/former-name.type";
import { defineEntity, p } from "@mikro-orm/core";

/** Levels of committees. */
export const CommitteeLevel = {
  DISTRICT: "DISTRICT",
  STREET: "STREET",
  COMMUNITY: "COMMUNITY",
} as const;
export type CommitteeLevel = (typeof CommitteeLevel)[keyof typeof CommitteeLevel];

/** What a committee is. */
export const CommitteeKind = {
  JOINT_COMMITTEE: "JOINT_COMMITTEE",
  JOINT_MEETING: "JOINT_MEETING",
  LEADING_GROUP: "LEADING_GROUP",
  WORKING_GROUP: "WORKING_GROUP",
} as const;
export type CommitteeKind = (typeof CommitteeKind)[keyof typeof CommitteeKind];

/** What a committee is if nothing else is said. */
export const USUAL_KIND: Readonly<Record<CommitteeLevel, CommitteeKind>> = {
  DISTRICT: "JOINT_MEETING",
  STREET: "JOINT_COMMITTEE",
  COMMUNITY: "JOINT_COMMITTEE",
};

const LEVELS: readonly CommitteeLevel[] = ["DISTRICT", "STREET", "COMMUNITY"];
const KIND_RANK: Readonly<Record<CommitteeKind, number>> = {
  LEADING_GROUP: 0,
  JOINT_COMMITTEE: 1,
  JOINT_MEETING: 1,
  WORKING_GROUP: 2,
};

/** What decides which of two committees may be above the other. */
export type RankedCommittee = Pick<Committee, "level" | "kind" | "regionCode" | "regionPath">;

/**
 * Whether one committee may be above another: that of a place above, or, in the same place, the one of the
 * higher level; of two of one level, a leading group is above a joint meeting, and that above a working group.
 */
export function mayBeAbove(above: RankedCommittee, below: RankedCommittee): boolean {
  if (above.regionCode !== below.regionCode) return below.regionPath.includes(above.regionCode);
  const byLevel = LEVELS.indexOf(below.level) - LEVELS.indexOf(above.level);
  return byLevel > 0 || (byLevel === 0 && KIND_RANK[above.kind] < KIND_RANK[below.kind]);
}

const properties = {
  ...baseProperties,
  ...placeProperties,
  name: p.string(),
  level: p.string().$type<CommitteeLevel>(),
  organizationId: p.uuid(),
  parentId: p.uuid().nullable().strictNullable(),
  ancestorIds: keptOut("BOOKKEEPING", p.type(TextArray).$type<string[]>()),
  demonstration: p.boolean(),
  kind: p.string().$type<CommitteeKind>(),
  themes: p.type(TextArray).$type<string[]>(),
  establishedOn: p.date(),
  /** Code of the place with which it came, if that was merged into its place. */
  cameFrom: keptOut("BOOKKEEPING", p.string().nullable().strictNullable()),
  formerNames: keptOut("BOOKKEEPING", p.json<FormerName[]>()),
};
export const COMMITTEE_COLUMNS = columnsOf("committee", properties);

export const CommitteeSchema = defineEntity({
  name: "Committee",
  tableName: "committee",
  properties: { ...properties, ...searchProperties },
});

/** A joint committee (大工委、大党委、联席会议). */
export class Committee extends CommitteeSchema.class {}
CommitteeSchema.setClass(Committee);
