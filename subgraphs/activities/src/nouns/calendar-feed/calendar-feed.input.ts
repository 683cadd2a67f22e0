import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { CalendarFeedType } from "./calendar-feed.type.ts";

/** What a feed is for. */
export const LABEL = textLimit({ zh: "备注", en: "A note" }, { maxLength: 50 });

@InputType("CreateCalendarFeedInput", {
  description:
    "生成日历订阅：organizationId 与 committeeId 必填其一。A calendar feed to make, for either a unit or a committee.",
})
export class CreateCalendarFeedInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "单位：主办或参加的活动，及其委员会日历上可见的活动。A unit: what it hosts or takes part in, and what it may read on its committees' calendars.",
  })
  organizationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "委员会：其日历上的全部活动。A committee: all that is on its calendar.",
  })
  committeeId?: string | null;

  @Field(() => String, optional(LABEL)) label?: string | null;
}

@InputType("RevokeCalendarFeedInput", { description: "撤销日历订阅。A calendar feed to revoke." })
export class RevokeCalendarFeedInput extends MutationInput {
  @Field(() => ID, { description: "日历订阅。The calendar feed." })
  id: string;
}

@ObjectType("CreateCalendarFeedPayload", {
  description: "生成的日历订阅。The calendar feed that was made.",
})
export class CreateCalendarFeedPayload {
  @Field(() => CalendarFeedType, { description: "日历订阅。The calendar feed." })
  calendarFeed: CalendarFeedType;

  @Field(() => String, {
    nullable: true,
    description:
      "保密网址中枢纽地址之后的部分，仅显示这一次；以同一幂等键重发时为空，遗失的请撤销后另行生成。The secret address without the hub's own address, shown only this once. Null if you send the same idempotencyKey again. If you have lost the address, revoke the feed and make another one.",
  })
  path: string | null;
}
