import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { ActivityType } from "../activity/activity.type.ts";
import type { ActivitiesContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  IssueFilter,
  RaiseIssueInput,
  RaiseIssuePayload,
  ResolveIssueInput,
  ResolveIssuePayload,
} from "./issue.input.ts";
import type { IssueRow } from "./issue.loaders.ts";
import { raiseIssue, resolveIssue } from "./issue.service.ts";
import { IssueConnection, IssueType } from "./issue.type.ts";

@Resolver(() => IssueType)
export class IssueResolver {
  @Query(() => IssueType, { nullable: true, description: "按编号查问题。One issue by its id." })
  issue(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ActivitiesContext,
  ): Promise<IssueRow | null> {
    return context.issues.byId.load(id);
  }

  @Query(() => IssueConnection, { description: "问题台账，新提出的在前。Issues, newest first." })
  async issues(
    @Arg("filter", () => IssueFilter, { nullable: true }) filter: IssueFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ActivitiesContext,
  ): Promise<Page<IssueRow>> {
    return await fetchPage(context.rows, await context.issues.list(filter ?? {}), page);
  }

  @FieldResolver(() => CommitteeRef, { nullable: true, description: "所属委员会。The committee." })
  committee(@Root() issue: IssueRow): CommitteeRef {
    return { id: issue.committeeId };
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "责任单位。The organisation that owns it.",
  })
  owner(@Root() issue: IssueRow): OrganizationRef {
    return { id: issue.ownerId };
  }

  @FieldResolver(() => ActivityType, {
    nullable: true,
    description:
      "提出时的会议或活动；不可见则空。The meeting or activity at which it was raised; null for who may not see that.",
  })
  activity(
    @Root() issue: IssueRow,
    @Ctx() context: ActivitiesContext,
  ): Promise<ActivityRow | null> | null {
    return issue.activityId === null ? null : context.activities.byId.load(issue.activityId);
  }

  @Mutation(() => RaiseIssuePayload, {
    description:
      "提出问题（委员会委员、书记，或成员单位的联络员）。Raises an issue; for who has a seat or runs the committee, and liaisons of its units.",
  })
  async raiseIssue(
    @Arg("input", () => RaiseIssueInput) input: RaiseIssueInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ issue: IssueRow }> {
    return { issue: await raiseIssue(context, input) };
  }

  @Mutation(() => ResolveIssuePayload, {
    description:
      "销号：记下结果（责任单位的联络员，或委员会书记）。Closes an issue with what came of it; for its owner's liaison or who runs the committee.",
  })
  async resolveIssue(
    @Arg("input", () => ResolveIssueInput) input: ResolveIssueInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ issue: IssueRow }> {
    return { issue: await resolveIssue(context, input) };
  }
}

/** A committee's issues: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeIssuesResolver {
  @FieldResolver(() => IssueConnection, {
    description: "委员会的问题台账，新提出的在前。Its issues, newest first.",
  })
  async issues(
    @Root() committee: CommitteeRef,
    @Arg("filter", () => IssueFilter, { nullable: true }) filter: IssueFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ActivitiesContext,
  ): Promise<Page<IssueRow>> {
    return await (await context.issues.ofCommittee(filter ?? {})).page(committee.id, page);
  }
}
