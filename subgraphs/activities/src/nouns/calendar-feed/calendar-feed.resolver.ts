import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { partnerNameOf } from "@alliance-hub/platform/directory/partner-key";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { ActivityType } from "../activity/activity.type.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./calendar-feed.input.ts";
import type { CalendarFeedContext, CalendarFeedRow } from "./calendar-feed.loaders.ts";
import * as service from "./calendar-feed.service.ts";
import { CalendarFeedType } from "./calendar-feed.type.ts";

@Resolver(() => CalendarFeedType)
export class CalendarFeedResolver {
  @Query(() => CalendarFeedType, {
    nullable: true,
    description:
      "凭保密网址中的密钥查日历订阅；无效或已撤销则为空。The calendar feed of a secret; null if the secret is unknown or was revoked.",
  })
  calendarFeed(
    @Arg("secret", () => String, { description: "网址中的密钥。The secret of the address." })
    secret: string,
    @Ctx() context: CalendarFeedContext,
  ): Promise<CalendarFeedRow | null> {
    return context.calendarFeeds.bySecret(secret);
  }

  @Query(() => [CalendarFeedType], {
    description:
      "单位或委员会的有效日历订阅（单位的联络员，或委员会书记）；两者必填其一。The valid calendar feeds of either a unit or a committee; for the unit's liaison or whoever runs the committee.",
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
    @Ctx() context: CalendarFeedContext,
  ): Promise<CalendarFeedRow[]> {
    return await service.listCalendarFeeds(context, { organizationId, committeeId });
  }
}

export const CalendarFeedFields = fields<CalendarFeedRow, CalendarFeedContext>(
  () => CalendarFeedType,
  {
    organization: reference(() => OrganizationRef, "organizationId", {
      description: "单位；属委员会的则为空。The unit whose calendar it is; null if a committee's.",
    }),
    committee: reference(() => CommitteeRef, "committeeId", {
      description: "委员会；属单位的则为空。The committee whose calendar it is; null if a unit's.",
    }),
    partner: field(
      () => String,
      {
        nullable: true,
        description:
          "由哪个合作系统建立；其密钥失效时网址随之失效。由人建立的为空。The partner system that made it. The address works only while its key is valid. Null if a person made it.",
      },
      ({ partnerSubject }) => partnerNameOf(partnerSubject),
    ),
    activities: field(
      () => [ActivityType],
      {
        description:
          "订阅中您可见的活动：一年前起至今后的全部，至多 2,000 项，开始晚的在前。The activities in it that you may see: from a year ago to all that lies ahead, at most 2,000, latest start first.",
      },
      (feed, { calendarFeeds }) => calendarFeeds.activities(feed),
    ),
  },
);

const by = {
  zh: "单位的联络员，或委员会书记",
  en: "the unit's liaison or whoever runs the committee",
};

export const NewCalendarFeedMutations = mutations(
  { payload: inputs.CreateCalendarFeedPayload, by },
  { inputs, service },
  {
    createCalendarFeed: {
      zh: "生成日历订阅的保密网址",
      en: "Makes a secret address of a calendar",
    },
  },
);

export const CalendarFeedMutations = mutations(
  {
    field: "calendarFeed",
    type: CalendarFeedType,
    description: "日历订阅。The calendar feed.",
    by,
  },
  { inputs, service },
  { revokeCalendarFeed: { zh: "撤销日历订阅，即刻失效", en: "Revokes a calendar feed, at once" } },
);
