import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import type { MembershipContext } from "../membership/membership.loaders.ts";
import { MembershipType } from "../membership/membership.type.ts";
import { ApplicationState } from "./application.entity.ts";
import * as inputs from "./application.input.ts";
import type { ApplicationContext, ApplicationRow } from "./application.loaders.ts";
import * as service from "./application.service.ts";
import { ApplicationConnection, ApplicationType } from "./application.type.ts";

export const ApplicationQuery = recordQuery({
  name: "application",
  type: ApplicationType,
  description: "按编号查入会申请。One application by its id.",
  load: ({ applications }: ApplicationContext, id) => applications.byId.load(id),
});

export const ApplicationList = listQuery({
  name: "applications",
  connection: ApplicationConnection,
  filter: inputs.ApplicationFilter,
  description:
    "入会申请，新的在前；仅本单位和主持委员会的人可见。Applications, newest first; for the unit and whoever runs the committee.",
  list: ({ applications }: ApplicationContext, filter) => applications.list(filter),
});

export const ApplicationFields = fields<
  ApplicationRow,
  ApplicationContext & Pick<MembershipContext, "memberships">
>(() => ApplicationType, {
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "申请加入的委员会。The committee.",
  }),
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "申请的单位。The unit that applies.",
  }),
  membership: field(
    () => MembershipType,
    {
      nullable: true,
      description: "同意后的成员资格。The membership, once the application was accepted.",
    },
    ({ membershipId }, { memberships }) =>
      membershipId === null ? null : memberships.byId.load(membershipId),
  ),
});

export const ApplicationMutations = mutations(
  { field: "application", type: ApplicationType, description: "入会申请。The application." },
  { inputs, service },
  {
    applyToCommittee:
      "申请加入委员会（本单位联络员）。Proposes a unit for a committee; for its liaison.",
    acceptApplication:
      "同意入会申请，单位随即加入（书记，或平台管理员）。Accepts an application and takes the unit in; for the secretary or an operator.",
    returnApplication:
      "退回入会申请（书记，或平台管理员）。Sends an application back; for the secretary or an operator.",
    withdrawApplication:
      "撤回入会申请（本单位联络员）。Withdraws an application; for the unit's liaison.",
  },
);

const STATES = {
  nullable: true,
  description: "状态，默认全部。States; all of them by default.",
} as const;
const LIST = {
  description:
    "入会申请，新的在前；仅本单位和主持委员会的人可见。Applications, newest first; for the unit and whoever runs the committee.",
};

/** The applications to a committee: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeApplicationsResolver {
  @FieldResolver(() => ApplicationConnection, LIST)
  applications(
    @Root() committee: CommitteeRef,
    @Arg("states", () => [ApplicationState], STATES) states: ApplicationState[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { applications }: ApplicationContext,
  ): Promise<Page<ApplicationRow>> {
    return applications.ofCommittee(states).page(committee.id, page);
  }
}

/** The applications of a unit: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationApplicationsResolver {
  @FieldResolver(() => ApplicationConnection, LIST)
  applications(
    @Root() organization: OrganizationRef,
    @Arg("states", () => [ApplicationState], STATES) states: ApplicationState[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { applications }: ApplicationContext,
  ): Promise<Page<ApplicationRow>> {
    return applications.ofOrganization(states).page(organization.id, page);
  }
}
