import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ActivityType } from "../activity/activity.type.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { IssueOrder } from "../../vocabulary/issue-order.ts";
import * as inputs from "./issue.input.ts";
import type { IssueContext, IssueRow } from "./issue.loaders.ts";
import * as service from "./issue.service.ts";
import { IssueConnection, IssueType } from "./issue.type.ts";

export const IssueQuery = recordQuery({
  name: "issue",
  type: IssueType,
  description: "按编号查问题。One issue by its id.",
  load: ({ issues }: IssueContext, id) => issues.byId.load(id),
});

export const IssueList = listQuery({
  name: "issues",
  connection: IssueConnection,
  filter: inputs.IssueFilter,
  orders: IssueOrder,
  description: "问题台账，默认新提出的在前。Issues, newest first by default.",
  list: ({ issues }: IssueContext, filter, _info, orderBy) =>
    issues.list(filter, orderBy as IssueOrder | null | undefined),
});

export const IssueFields = fields<IssueRow, IssueContext>(() => IssueType, {
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "所属委员会。The committee.",
  }),
  owner: reference(() => OrganizationRef, "ownerId", {
    description: "责任单位。The organisation that owns it.",
  }),
  activity: field(
    () => ActivityType,
    {
      nullable: true,
      description:
        "提出时的会议或活动；不可见则为空。The meeting or activity at which it was raised; null if you may not see it.",
    },
    ({ activityId: id }, { activities }) => (id === null ? null : activities.byId.load(id)),
  ),
});

export const IssueMutations = mutations(
  { field: "issue", type: IssueType, description: "问题。The issue." },
  { inputs, service },
  {
    raiseIssue:
      "提出问题（委员会委员、书记，或成员单位的联络员）。Raises an issue; for whoever has a seat in the committee or runs it, and for liaisons of its units.",
    resolveIssue:
      "销号：登记办理结果（责任单位的联络员，或委员会书记）。Closes an issue and records the result; for its owner's liaison or whoever runs the committee.",
  },
);

/** A committee's issues: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeIssuesResolver {
  @FieldResolver(() => IssueConnection, {
    description: "委员会的问题台账，默认新提出的在前。Its issues, newest first by default.",
  })
  async issues(
    @Root() committee: CommitteeRef,
    @Arg("filter", () => inputs.IssueFilter, { nullable: true }) filter: inputs.IssueFilter | null,
    @Arg("orderBy", () => IssueOrder, { nullable: true, description: "排序。The order." })
    orderBy: IssueOrder | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: IssueContext,
  ): Promise<Page<IssueRow>> {
    const pages = await context.issues.ofCommittee(filter ?? {}, orderBy);
    return await pages.page(committee.id, page);
  }
}
