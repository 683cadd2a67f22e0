import { partnerNameOf } from "@alliance-hub/platform/directory/partner-key";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { ActivityType } from "../activity/activity.type.ts";
import type { ActivitiesContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  CreateCalendarFeedInput,
  CreateCalendarFeedPayload,
  RevokeCalendarFeedInput,
  RevokeCalendarFeedPayload,
} from "./calendar-feed.input.ts";
import type { CalendarFeedRow } from "./calendar-feed.loaders.ts";
import { createCalendarFeed, requireOwner, revokeCalendarFeed } from "./calendar-feed.service.ts";
import { CalendarFeedType } from "./calendar-feed.type.ts";

@Resolver(() => CalendarFeedType)
export class CalendarFeedResolver {
  @Query(() => CalendarFeedType, {
    nullable: true,
    description:
      "凭保密网址中的密钥查日历订阅；无效或已撤销则为空。The feed that a secret opens; null for one that is unknown or revoked.",
  })
  calendarFeed(
    @Arg("secret", () => String, { description: "网址中的密钥。The secret of the address." })
    secret: string,
    @Ctx() context: ActivitiesContext,
  ): Promise<CalendarFeedRow | null> {
    return context.calendarFeeds.bySecret(secret);
  }

  @Query(() => [CalendarFeedType], {
    description:
      "单位或委员会的有效日历订阅（单位的联络员，或委员会书记）；两者必填其一。Calendar feeds of a unit or of a committee that are good, one of the two; for the unit's liaison or who runs the committee.",
  })
  async calendarFeeds(
    @Arg("organizationId", () => ID, {
      nullable: true,
      description:
        "单位的编号；不能同时给出 committeeId。The unit's id; not together with committeeId.",
    })
    organizationId: string | null,
    @Arg("committeeId", () => ID, {
      nullable: true,
      description:
        "委员会的编号；不能同时给出 organizationId。The committee's id; not together with organizationId.",
    })
    committeeId: string | null,
    @Ctx() context: ActivitiesContext,
  ): Promise<CalendarFeedRow[]> {
    const owner = await requireOwner(context, "read", { organizationId, committeeId });
    return await context.calendarFeeds.ofOwner(owner);
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "单位；属委员会的则为空。The unit whose calendar it is; null if a committee's.",
  })
  organization(@Root() feed: CalendarFeedRow): OrganizationRef | null {
    return feed.organizationId === null ? null : { id: feed.organizationId };
  }

  @FieldResolver(() => CommitteeRef, {
    nullable: true,
    description: "委员会；属单位的则为空。The committee whose calendar it is; null if a unit's.",
  })
  committee(@Root() feed: CalendarFeedRow): CommitteeRef | null {
    return feed.committeeId === null ? null : { id: feed.committeeId };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "由哪个合作系统建立；其密钥失效时网址随之失效。由人建立的为空。The partner system that made it: while its key is not good, neither is the address. Null where a person did.",
  })
  partner(@Root() { partnerSubject }: CalendarFeedRow): string | null {
    return partnerNameOf(partnerSubject);
  }

  @FieldResolver(() => [ActivityType], {
    description:
      "订阅中您可见的活动：一年前起至今后的全部，至多 2,000 项，开始晚的在前。The activities in it that you may see: from a year ago to all that lies ahead, at most 2,000, latest start first.",
  })
  activities(
    @Root() feed: CalendarFeedRow,
    @Ctx() context: ActivitiesContext,
  ): Promise<ActivityRow[]> {
    return context.calendarFeeds.activities(feed);
  }

  @Mutation(() => CreateCalendarFeedPayload, {
    description:
      "生成日历订阅的保密网址（单位的联络员，或委员会书记）。Makes a secret address of a calendar; for the unit's liaison or who runs the committee.",
  })
  async createCalendarFeed(
    @Arg("input", () => CreateCalendarFeedInput) input: CreateCalendarFeedInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ calendarFeed: CalendarFeedRow; path: string | null }> {
    return await createCalendarFeed(context, input);
  }

  @Mutation(() => RevokeCalendarFeedPayload, {
    description:
      "撤销日历订阅，即刻失效（单位的联络员，或委员会书记）。Revokes a calendar feed, at once; for the unit's liaison or who runs the committee.",
  })
  async revokeCalendarFeed(
    @Arg("input", () => RevokeCalendarFeedInput) input: RevokeCalendarFeedInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ calendarFeed: CalendarFeedRow }> {
    return { calendarFeed: await revokeCalendarFeed(context, input) };
  }
}
