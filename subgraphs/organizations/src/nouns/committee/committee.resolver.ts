import type { Page } from "@alliance-hub/platform/pagination/page";
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
import { type OrganizationRow, organizationColumns } from "../organization/organization.loaders.ts";
import { OrganizationType } from "../organization/organization.type.ts";
import { type RegionRow, regionColumns } from "../region/region.loaders.ts";
import { RegionType } from "../region/region.type.ts";
import { CommitteeLevel } from "./committee.entity.ts";
import { EstablishCommitteeInput, EstablishCommitteePayload } from "./committee.input.ts";
import { type CommitteeRow, committeeColumns } from "./committee.loaders.ts";
import { establishCommittee } from "./committee.service.ts";
import { CommitteeConnection, CommitteeType } from "./committee.type.ts";

@Resolver(() => CommitteeType)
export class CommitteeResolver {
  @Query(() => CommitteeType, {
    nullable: true,
    description: "按编号查委员会。One committee by its id.",
  })
  committee(
    @Arg("id", () => ID) id: string,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CommitteeRow | null> {
    return context.committees.with(committeeColumns.ofRecord(info)).load(id);
  }

  @FieldResolver(() => RegionType, { nullable: true, description: "所在地。Its place." })
  region(
    @Root() committee: CommitteeRow,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RegionRow | null> {
    return context.regions.with(regionColumns.ofRecord(info)).load(committee.regionCode);
  }

  @FieldResolver(() => CommitteeType, {
    nullable: true,
    description: "上级委员会。The committee above it.",
  })
  parent(
    @Root() committee: CommitteeRow,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CommitteeRow | null> | null {
    return committee.parentId === null
      ? null
      : context.committees.with(committeeColumns.ofRecord(info)).load(committee.parentId);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "依托的党组织。The party organisation it stands on.",
  })
  organization(
    @Root() committee: CommitteeRow,
    @Ctx() context: OrganizationsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganizationRow | null> {
    return context.organizations
      .with(organizationColumns.ofRecord(info))
      .load(committee.organizationId);
  }

  @Mutation(() => EstablishCommitteePayload, {
    description:
      "成立委员会并开启首届任期（平台管理员，或上级委员会书记）。Establishes a committee with its first term.",
  })
  async establishCommittee(
    @Arg("input", () => EstablishCommitteeInput) input: EstablishCommitteeInput,
    @Ctx() context: OrganizationsContext,
  ): Promise<{ committee: CommitteeRow }> {
    return { committee: await establishCommittee(context, input) };
  }
}

/** The committees of a place: a field of `Region` that belongs to this noun. */
@Resolver(() => RegionType)
export class RegionCommitteesResolver {
  @FieldResolver(() => CommitteeConnection, {
    description: "此地及其下级的委员会。Committees of this place and all below it.",
  })
  committees(
    @Root() region: RegionRow,
    @Arg("levels", () => [CommitteeLevel], { nullable: true }) levels: CommitteeLevel[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: OrganizationsContext,
  ): Promise<Page<CommitteeRow>> {
    return context.committees.below(region.level, levels ?? null).page(region.code, page);
  }
}
