import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { ActivitiesContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { ResourceRef } from "../../references/resource.ref.ts";
import {
  ActivityFilter,
  CancelActivityInput,
  CancelActivityPayload,
  HoldActivityInput,
  HoldActivityPayload,
  RescheduleActivityInput,
  RescheduleActivityPayload,
  ScheduleActivityInput,
  ScheduleActivityPayload,
} from "./activity.input.ts";
import type { ActivityRow } from "./activity.loaders.ts";
import {
  cancelActivity,
  holdActivity,
  rescheduleActivity,
  scheduleActivity,
} from "./activity.service.ts";
import { ActivityConnection, ActivityType } from "./activity.type.ts";

@Resolver(() => ActivityType)
export class ActivityResolver {
  @Query(() => ActivityType, {
    nullable: true,
    description: "按编号查活动。One activity by its id.",
  })
  activity(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ActivitiesContext,
  ): Promise<ActivityRow | null> {
    return context.activities.byId.load(id);
  }

  @Query(() => ActivityConnection, {
    description: "活动列表，开始晚的在前。Activities, latest start first.",
  })
  async activities(
    @Arg("filter", () => ActivityFilter, { nullable: true }) filter: ActivityFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ActivitiesContext,
  ): Promise<Page<ActivityRow>> {
    return await fetchPage(context.rows, await context.activities.list(filter ?? {}), page);
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "主办单位。The unit that hosts it.",
  })
  host(@Root() activity: ActivityRow): OrganizationRef {
    return { id: activity.hostId };
  }

  @FieldResolver(() => CommitteeRef, {
    nullable: true,
    description: "所属委员会。The committee on whose calendar it stands.",
  })
  committee(@Root() activity: ActivityRow): CommitteeRef {
    return { id: activity.committeeId };
  }

  @FieldResolver(() => ResourceRef, {
    nullable: true,
    description: "场地；不可见时为空。Where it takes place; null for who may not see it.",
  })
  async venue(
    @Root() activity: ActivityRow,
    @Ctx() context: ActivitiesContext,
  ): Promise<ResourceRef | null> {
    // The key alone would tell that there is one, so it is given only to who may see the resource.
    return activity.venueId === null ? null : await context.venues.byId.load(activity.venueId);
  }

  @Mutation(() => ScheduleActivityPayload, {
    description:
      "安排活动（委员会书记，或主办单位的联络员）。Puts an activity on the calendar; for who runs the committee or the host's liaison.",
  })
  async scheduleActivity(
    @Arg("input", () => ScheduleActivityInput) input: ScheduleActivityInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ activity: ActivityRow }> {
    return { activity: await scheduleActivity(context, input) };
  }

  @Mutation(() => RescheduleActivityPayload, {
    description:
      "活动改期（委员会书记，或主办单位的联络员）。Moves an activity to another time; for who runs the committee or the host's liaison.",
  })
  async rescheduleActivity(
    @Arg("input", () => RescheduleActivityInput) input: RescheduleActivityInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ activity: ActivityRow }> {
    return { activity: await rescheduleActivity(context, input) };
  }

  @Mutation(() => CancelActivityPayload, {
    description:
      "取消活动（委员会书记，或主办单位的联络员）。Cancels an activity; for who runs the committee or the host's liaison.",
  })
  async cancelActivity(
    @Arg("input", () => CancelActivityInput) input: CancelActivityInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ activity: ActivityRow }> {
    return { activity: await cancelActivity(context, input) };
  }

  @Mutation(() => HoldActivityPayload, {
    description:
      "记活动为已举办，开始之后方可（委员会书记，或主办单位的联络员）。Marks an activity as held, once it has started; for who runs the committee or the host's liaison.",
  })
  async holdActivity(
    @Arg("input", () => HoldActivityInput) input: HoldActivityInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ activity: ActivityRow }> {
    return { activity: await holdActivity(context, input) };
  }
}

/** A committee's activities: fields of `Committee` that belong to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeActivitiesResolver {
  @FieldResolver(() => [ActivityType], {
    description:
      "委员会日历：与时段有交叠的活动，按开始时间；至多 400 天、500 项。The calendar: what overlaps the range, by its start; up to 400 days and 500 activities.",
  })
  calendar(
    @Root() committee: CommitteeRef,
    @Arg("during", () => TimeRangeInput) during: TimeRangeInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<ActivityRow[]> {
    return context.activities.calendar(committee.id, during);
  }

  @FieldResolver(() => ActivityConnection, {
    description: "委员会的活动，开始晚的在前。Its activities, latest start first.",
  })
  activities(
    @Root() committee: CommitteeRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ActivitiesContext,
  ): Promise<Page<ActivityRow>> {
    return context.activities.ofCommittee.page(committee.id, page);
  }
}

/** An organisation's activities: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description:
      "主办或参加的活动，开始晚的在前。Activities that it hosts or takes part in, latest start first.",
  })
  activities(
    @Root() organization: OrganizationRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ActivitiesContext,
  ): Promise<Page<ActivityRow>> {
    return context.activities.ofOrganization.page(organization.id, page);
  }
}
