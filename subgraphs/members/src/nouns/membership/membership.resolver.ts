import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { MembersContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  JoinCommitteeInput,
  JoinCommitteePayload,
  LeaveCommitteeInput,
  LeaveCommitteePayload,
} from "./membership.input.ts";
import type { MembershipRow } from "./membership.loaders.ts";
import { joinCommittee, leaveCommittee } from "./membership.service.ts";
import { MembershipConnection, MembershipType } from "./membership.type.ts";

@Resolver(() => MembershipType)
export class MembershipResolver {
  @FieldResolver(() => CommitteeRef, { nullable: true, description: "委员会。The committee." })
  committee(@Root() membership: MembershipRow): CommitteeRef {
    return { id: membership.committeeId };
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "成员单位。The member unit.",
  })
  organization(@Root() membership: MembershipRow): OrganizationRef {
    return { id: membership.organizationId };
  }

  @Mutation(() => JoinCommitteePayload, {
    description:
      "吸收成员单位（书记，或平台管理员）。Takes a unit into a committee; for the secretary or an operator.",
  })
  async joinCommittee(
    @Arg("input", () => JoinCommitteeInput) input: JoinCommitteeInput,
    @Ctx() context: MembersContext,
  ): Promise<{ membership: MembershipRow }> {
    return { membership: await joinCommittee(context, input) };
  }

  @Mutation(() => LeaveCommitteePayload, {
    description:
      "成员单位退出，其委员随之离任（书记、平台管理员或本单位联络员）。Ends a membership, and the unit's seats with it.",
  })
  async leaveCommittee(
    @Arg("input", () => LeaveCommitteeInput) input: LeaveCommitteeInput,
    @Ctx() context: MembersContext,
  ): Promise<{ membership: MembershipRow }> {
    return { membership: await leaveCommittee(context, input) };
  }
}

/** The member units of a committee: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeMembershipsResolver {
  @FieldResolver(() => MembershipConnection, {
    description: "现有成员单位，按加入先后。The present member units, in the order of joining.",
  })
  memberUnits(
    @Root() committee: CommitteeRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<MembershipRow>> {
    return context.memberships.ofCommittee.page(committee.id, page);
  }
}

/** The memberships of a unit: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationMembershipsResolver {
  @FieldResolver(() => MembershipConnection, {
    description: "所在的委员会，新的在前。Its memberships, newest first.",
  })
  memberships(
    @Root() organization: OrganizationRef,
    @Arg("includeEnded", () => Boolean, {
      nullable: true,
      description: "是否含已退出的，默认否。Ended ones too; false by default.",
    })
    includeEnded: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<MembershipRow>> {
    return context.memberships.ofOrganization(includeEnded ?? false).page(organization.id, page);
  }
}
