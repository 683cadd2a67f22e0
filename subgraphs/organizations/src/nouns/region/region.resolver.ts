import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { OrganizationsContext } from "../../context.ts";
import { AddRegionInput, AddRegionPayload, RegionFilter } from "./region.input.ts";
import { type RegionRow, regionColumns } from "./region.loaders.ts";
import { addRegion } from "./region.service.ts";
import { RegionConnection, RegionType } from "./region.type.ts";

@Resolver(() => RegionType)
export class RegionResolver {
  @Query(() => RegionType, {
    nullable: true,
    description: "按代码查行政区划。One region by its code.",
  })
  region(
    @Arg("code", () => String) code: string,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RegionRow | null> {
    return context.regions.with(regionColumns.ofRecord(info)).load(code);
  }

  @Query(() => RegionConnection, { description: "行政区划列表。Regions, by code." })
  async regions(
    @Arg("filter", () => RegionFilter, { nullable: true }) filter: RegionFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<RegionRow>> {
    const list = await context.regions.list(filter ?? {}, regionColumns.ofConnection(info));
    return await fetchPage(context.rows, list, page);
  }

  @FieldResolver(() => RegionType, { nullable: true, description: "上级。The place above." })
  parent(
    @Root() region: RegionRow,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RegionRow | null> | null {
    return region.parentCode === null
      ? null
      : context.regions.with(regionColumns.ofRecord(info)).load(region.parentCode);
  }

  @Mutation(() => AddRegionPayload, {
    description: "登记行政区划（平台管理员）。Adds a region; for operators.",
  })
  async addRegion(
    @Arg("input", () => AddRegionInput) input: AddRegionInput,
    @Ctx() context: OrganizationsContext,
  ): Promise<AddRegionPayload> {
    return { region: await addRegion(context, input) };
  }
}
