import { TextArray } from "@alliance-hub/platform/database/text-array";
import { type RegionLevel, type RegionPath } from "@alliance-hub/sharing/place";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import type { FormerName } from "@alliance-hub/platform/noun/former-name.type";
import { defineEntity, p } from "@mikro-orm/core";

const properties = {
  code: p.string().primary(),
  name: p.string(),
  level: p.string().$type<RegionLevel>(),
  parentCode: p.string().nullable().strictNullable(),
  path: keptOut("BOOKKEEPING", p.type(TextArray).$type<RegionPath>()),
  allianceCode: keptOut("BOOKKEEPING", p.string().nullable().strictNullable()),
  formerNames: keptOut("BOOKKEEPING", p.json<FormerName[]>()),
  /** The first day on which it is no more. */
  endedOn: p.date().nullable().strictNullable(),
  mergedInto: p.string().nullable().strictNullable(),
  levelName: p.string().nullable().strictNullable(),
  version: keptOut("BOOKKEEPING", p.integer().version()),
  createdAt: keptOut("BOOKKEEPING", p.datetime()),
  updatedAt: keptOut("BOOKKEEPING", p.datetime()),
};
export const REGION_COLUMNS = columnsOf("region", properties);

export const RegionSchema = defineEntity({
  name: "Region",
  tableName: "region",
  properties,
});

/** A place (行政区划), by its code. */
export class Region extends RegionSchema.class {}
RegionSchema.setClass(Region);
