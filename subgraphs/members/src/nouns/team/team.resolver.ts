import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { MembersContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  FormTeamInput,
  FormTeamPayload,
  TeamFilter,
  UpdateTeamInput,
  UpdateTeamPayload,
} from "./team.input.ts";
import type { TeamRow } from "./team.loaders.ts";
import { formTeam, updateTeam } from "./team.service.ts";
import { TeamConnection, TeamType } from "./team.type.ts";

@Resolver(() => TeamType)
export class TeamResolver {
  @Query(() => TeamConnection, { description: "队伍列表，新登记的在前。Teams, newest first." })
  async teams(
    @Arg("filter", () => TeamFilter, { nullable: true }) filter: TeamFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<TeamRow>> {
    return await fetchPage(context.rows, await context.teams.list(filter ?? {}), page);
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "所属单位。The unit it belongs to.",
  })
  organization(@Root() team: TeamRow): OrganizationRef | null {
    return team.organizationId === null ? null : { id: team.organizationId };
  }

  @FieldResolver(() => CommitteeRef, {
    nullable: true,
    description: "所属委员会。The committee it belongs to.",
  })
  committee(@Root() team: TeamRow): CommitteeRef | null {
    return team.committeeId === null ? null : { id: team.committeeId };
  }

  @Mutation(() => FormTeamPayload, {
    description:
      "组建队伍（本单位联络员、该委员会书记，或平台管理员）。Forms a team; for the unit's liaison, the committee's secretary or an operator.",
  })
  async formTeam(
    @Arg("input", () => FormTeamInput) input: FormTeamInput,
    @Ctx() context: MembersContext,
  ): Promise<{ team: TeamRow }> {
    return { team: await formTeam(context, input) };
  }

  @Mutation(() => UpdateTeamPayload, {
    description:
      "更改队伍（本单位联络员、该委员会书记，或平台管理员）。Changes a team; for the unit's liaison, the committee's secretary or an operator.",
  })
  async updateTeam(
    @Arg("input", () => UpdateTeamInput) input: UpdateTeamInput,
    @Ctx() context: MembersContext,
  ): Promise<{ team: TeamRow }> {
    return { team: await updateTeam(context, input) };
  }
}

/** The teams of a unit: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationTeamsResolver {
  @FieldResolver(() => TeamConnection, {
    description: "本单位的队伍，新的在前。Its teams, newest first.",
  })
  teams(
    @Root() organization: OrganizationRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<TeamRow>> {
    return context.teams.ofOrganization.page(organization.id, page);
  }
}
