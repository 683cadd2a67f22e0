import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import { inLanguage } from "@alliance-hub/platform/words/in-language";
import { obstacleWords } from "../../mechanisms/region-obstacle/region-obstacle.ts";
import { regionColumns } from "../region/region.loaders.ts";
import { RegionType } from "../region/region.type.ts";
import * as inputs from "./region-change.input.ts";
import type { RegionChangeContext, RegionChangeRow } from "./region-change.loaders.ts";
import * as service from "./region-change.service.ts";
import { RegionChangeConnection, RegionChangeType } from "./region-change.type.ts";

export const RegionChangeQuery = recordQuery({
  name: "regionChange",
  type: RegionChangeType,
  description: "按编号查区划调整。One change of a region by its id.",
  load: ({ regionChanges }: RegionChangeContext, id) => regionChanges.byId.load(id),
});

export const RegionChangeList = listQuery({
  name: "regionChanges",
  connection: RegionChangeConnection,
  filter: inputs.RegionChangeFilter,
  description:
    "区划调整列表，按登记时的所在地，新登记的在前。Changes of regions, by where these lay when they were entered, newest first.",
  list: ({ regionChanges }: RegionChangeContext, filter) => regionChanges.list(filter),
});

/** A field with the region of a code. */
const regionOf = (column: "code" | "otherCode" | "formerParentCode", description: string) =>
  field<RegionChangeRow, RegionChangeContext>(
    () => RegionType,
    { nullable: true, description },
    ({ [column]: code }, { regions }, info) =>
      code === null ? null : regions.with(regionColumns.ofRecord(info)).load(code),
  );

export const RegionChangeFields = fields<RegionChangeRow, RegionChangeContext>(
  () => RegionChangeType,
  {
    region: regionOf("code", "所调整的行政区划。The region."),
    other: regionOf(
      "otherCode",
      "并入的行政区划，或新的上级。The region that it becomes a part of, or the place above it from then on.",
    ),
    formerParent: regionOf("formerParentCode", "生效前的上级。The place that was above it before."),
    failReason: field(
      () => String,
      {
        nullable: true,
        description:
          "未能生效的原因，以请求的语言写成；较早的只有中文。Why it could not be carried out, in the language of the request; older ones are in Chinese.",
      },
      ({ failedBy, failReason }, { language }) =>
        failedBy === null ? failReason : inLanguage(obstacleWords(failedBy), language),
    ),
  },
);

export const RegionChangeMutations = mutations(
  {
    field: "regionChange",
    type: RegionChangeType,
    description: "区划调整。The change.",
  },
  { inputs, service },
  {
    renameRegion:
      "行政区划更名（当地的平台管理员）。Gives a region another name; for operators of it.",
    endRegion:
      "撤销行政区划（其上级的平台管理员）；其中须已没有单位、委员会和下级。Ends a region in which nothing is any more; for operators of the place above it.",
    mergeRegions:
      "把一个行政区划并入另一同级的（两地的平台管理员），其中的一切随之归入。Merges a region into another of its level, with all that is in it; for operators of the place above it and of the other one.",
    moveRegion:
      "行政区划改属另一上级（两地的平台管理员），其中的一切随之改属。Puts a region below another place, with all that is in it; for operators of the place above it and of the new one.",
    callOffRegionChange:
      "取消尚未到日期的区划调整（可以办理该项调整的人）。Calls off a change before its day; for whoever may enter it.",
  },
);
