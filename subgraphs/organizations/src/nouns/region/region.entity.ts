import { TextArray } from "@alliance-hub/platform/database/text-array";
import { type RegionLevel, type RegionPath } from "@alliance-hub/sharing/place";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { defineEntity, p } from "@mikro-orm/core";

const properties = {
  code: p.string().primary(),
  name: p.string(),
  level: p.string().$type<RegionLevel>(),
  parentCode: p.string().nullable().strictNullable(),
  path: p.type(TextArray).$type<RegionPath>(),
  allianceCode: p.string().nullable().strictNullable(),
  version: p.integer().version(),
  createdAt: p.datetime(),
  updatedAt: p.datetime(),
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
