import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import type { SelectionInfo } from "@alliance-hub/platform/database/selection";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { RegionLevel } from "@alliance-hub/sharing/place";
import * as inputs from "./region.input.ts";
import { type RegionContext, type RegionRow, regionColumns } from "./region.loaders.ts";
import * as service from "./region.service.ts";
import { RegionConnection, RegionType } from "./region.type.ts";

@Resolver(() => RegionType)
export class RegionResolver {
  @Query(() => RegionType, {
    nullable: true,
    description: "按代码查行政区划。One region by its code.",
  })
  region(
    @Arg("code", () => String, { description: "区划代码。The code of the place." }) code: string,
    @Ctx() { regions }: RegionContext,
    @Info() info: SelectionInfo,
  ): Promise<RegionRow | null> {
    return regions.with(regionColumns.ofRecord(info)).load(code);
  }

  @FieldResolver(() => RegionConnection, {
    description:
      "仍存在的直接下级，按代码。The places directly below it that are still there, by code.",
  })
  children(
    @Root() { code }: RegionRow,
    @Arg("levels", () => [RegionLevel], {
      nullable: true,
      description: "仅限这些层级；省略则不限。Only of these levels; of any level if left out.",
    })
    levels: RegionLevel[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { regions }: RegionContext,
  ): Promise<Page<RegionRow>> {
    return regions.ofParent(levels ?? null).page(code, page);
  }
}

export const RegionList = listQuery({
  name: "regions",
  connection: RegionConnection,
  filter: inputs.RegionFilter,
  description: "行政区划列表。Regions, by code.",
  list: ({ regions }: RegionContext, filter, info) =>
    regions.list(filter, regionColumns.ofConnection(info)),
});

export const RegionFields = fields<RegionRow, RegionContext>(() => RegionType, {
  parent: field(
    () => RegionType,
    { nullable: true, description: "上级。The place above." },
    ({ parentCode: code }, { regions }, info) =>
      code === null ? null : regions.with(regionColumns.ofRecord(info)).load(code),
  ),
  mergedInto: field(
    () => RegionType,
    {
      nullable: true,
      description: "已并入的行政区划。The region that it has become a part of.",
    },
    ({ mergedInto: code }, { regions }, info) =>
      code === null ? null : regions.with(regionColumns.ofRecord(info)).load(code),
  ),
});

export const RegionMutations = mutations(
  { field: "region", type: RegionType, description: "行政区划。The region." },
  { inputs, service },
  {
    addRegion: "登记行政区划（平台管理员）。Adds a region; for operators.",
  },
);
