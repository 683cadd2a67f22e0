import { TextArray } from "@alliance-hub/platform/database/text-array";
import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

/** Levels of committees. */
export const CommitteeLevel = {
  DISTRICT: "DISTRICT",
  STREET: "STREET",
  COMMUNITY: "COMMUNITY",
} as const;
export type CommitteeLevel = (typeof CommitteeLevel)[keyof typeof CommitteeLevel];

const properties = {
  ...baseProperties,
  ...placeProperties,
  name: p.string(),
  level: p.string().$type<CommitteeLevel>(),
  organizationId: p.uuid(),
  parentId: p.uuid().nullable().strictNullable(),
  ancestorIds: keptOut("BOOKKEEPING", p.type(TextArray).$type<string[]>()),
  demonstration: keptOut("BOOKKEEPING", p.boolean()),
  themes: p.type(TextArray).$type<string[]>(),
  establishedOn: p.date(),
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
