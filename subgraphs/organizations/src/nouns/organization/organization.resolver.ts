import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { OrganizationsContext } from "../../context.ts";
import { type RegionRow, regionColumns } from "../region/region.loaders.ts";
import { RegionType } from "../region/region.type.ts";
import {
  OrganizationFilter,
  RegisterOrganizationInput,
  RegisterOrganizationPayload,
  UpdateOrganizationInput,
  UpdateOrganizationPayload,
} from "./organization.input.ts";
import { type OrganizationRow, organizationColumns } from "./organization.loaders.ts";
import { registerOrganization, updateOrganization } from "./organization.service.ts";
import { OrganizationConnection, OrganizationType } from "./organization.type.ts";

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @Query(() => OrganizationType, {
    nullable: true,
    description: "按编号查单位。One organisation by its id.",
  })
  organization(
    @Arg("id", () => ID) id: string,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganizationRow | null> {
    return context.organizations.with(organizationColumns.ofRecord(info)).load(id);
  }

  @Query(() => OrganizationConnection, {
    description: "单位列表，新登记的在前。Organisations, newest first.",
  })
  async organizations(
    @Arg("filter", () => OrganizationFilter, { nullable: true }) filter: OrganizationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<OrganizationRow>> {
    const list = await context.organizations.list(
      filter ?? {},
      organizationColumns.ofConnection(info),
    );
    return await fetchPage(context.rows, list, page);
  }

  @FieldResolver(() => RegionType, { nullable: true, description: "所在地。Where it is." })
  region(
    @Root() organization: OrganizationRow,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RegionRow | null> {
    return context.regions.with(regionColumns.ofRecord(info)).load(organization.regionCode);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "上级单位。The organisation above it.",
  })
  parent(
    @Root() organization: OrganizationRow,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganizationRow | null> | null {
    return organization.parentId === null
      ? null
      : context.organizations.with(organizationColumns.ofRecord(info)).load(organization.parentId);
  }

  @Mutation(() => RegisterOrganizationPayload, {
    description: "登记单位（平台管理员）。Registers an organisation; for operators.",
  })
  async registerOrganization(
    @Arg("input", () => RegisterOrganizationInput) input: RegisterOrganizationInput,
    @Ctx() context: OrganizationsContext,
  ): Promise<{ organization: OrganizationRow }> {
    return { organization: await registerOrganization(context, input) };
  }

  @Mutation(() => UpdateOrganizationPayload, {
    description:
      "更改单位名称或品牌（本单位联络员或平台管理员）。Changes name or brand; for its liaison or an operator.",
  })
  async updateOrganization(
    @Arg("input", () => UpdateOrganizationInput) input: UpdateOrganizationInput,
    @Ctx() context: OrganizationsContext,
  ): Promise<{ organization: OrganizationRow }> {
    return { organization: await updateOrganization(context, input) };
  }
}
