import { TextArray } from "@alliance-hub/platform/database/text-array";
import { type RegionLevel, type RegionPath } from "@alliance-hub/sharing/place";
import { defineEntity, p } from "@mikro-orm/core";

export const RegionSchema = defineEntity({
  name: "Region",
  tableName: "region",
  properties: {
    code: p.string().primary(),
    name: p.string(),
    level: p.string().$type<RegionLevel>(),
    parentCode: p.string().nullable().strictNullable(),
    path: p.type(TextArray).$type<RegionPath>(),
    allianceCode: p.string().nullable().strictNullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** A place (行政区划), by its code. */
export class Region extends RegionSchema.class {}
RegionSchema.setClass(Region);
