import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./membership.input.ts";
import type { MembershipContext, MembershipRow } from "./membership.loaders.ts";
import * as service from "./membership.service.ts";
import { MembershipConnection, MembershipType } from "./membership.type.ts";

export const MembershipFields = fields<MembershipRow, MembershipContext>(() => MembershipType, {
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "委员会。The committee.",
  }),
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "成员单位。The member unit.",
  }),
});

export const MembershipMutations = mutations(
  { field: "membership", type: MembershipType, description: "成员资格。The membership." },
  { inputs, service },
  {
    joinCommittee:
      "吸收成员单位（书记，或平台管理员）。Takes a unit into a committee; for the secretary or an operator.",
  },
);

export const CommitteeMemberUnits = connectionField({
  on: () => CommitteeRef,
  name: "memberUnits",
  connection: MembershipConnection,
  description: "现有成员单位，按加入先后。The present member units, in the order of joining.",
  pages: ({ memberships }: MembershipContext) => memberships.ofCommittee,
});

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
      description: "是否含已退出的，默认否。Whether to include ended ones; false by default.",
    })
    includeEnded: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { memberships }: MembershipContext,
  ): Promise<Page<MembershipRow>> {
    return memberships.ofOrganization(includeEnded ?? false).page(organization.id, page);
  }
}
