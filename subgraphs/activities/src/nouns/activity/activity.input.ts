import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { REASON, TITLE, textLimit } from "@alliance-hub/platform/limits/text-limit";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { MAX_PLACE_LENGTH } from "../../mechanisms/venue-place/place-words.ts";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType } from "type-graphql";
import { ActivityKind, ActivityState } from "./activity.entity.ts";

/** What the inputs of an activity take. */
export const LIMITS = {
  title: TITLE,
  place: textLimit(
    {
      zh: "地点，凡能看到活动的都可见；选了场地而未填时，为场地当时的名称与地址",
      en: "Where it takes place, for whoever sees the activity. With a venue and no words, the title and the address that the venue has now",
    },
    { maxLength: MAX_PLACE_LENGTH },
  ),
  theme: textLimit({ zh: "所属主题", en: "One of the committee's labels" }, { maxLength: 30 }),
  description: textLimit({ zh: "说明", en: "Description" }, { maxLength: 2000, multiline: true }),
};

@InputType("ActivityFilter", { description: "活动的筛选条件。Which activities to list." })
export class ActivityFilter extends PlaceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "标题、主题或说明中的文字，简繁皆可。Text in title, theme or description, in simplified or traditional Chinese.",
  })
  text?: string | null;
  @Field(() => [ActivityKind], { nullable: true, description: "类型。Kinds." })
  kinds?: ActivityKind[] | null;
  @Field(() => [ActivityState], { nullable: true, description: "状态。States." })
  states?: ActivityState[] | null;
  @Field(() => ID, {
    nullable: true,
    description: "所属委员会。The committee on whose calendar they are.",
  })
  committeeId?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      "所属委员会为其中之一，至多 30 个。On the calendar of one of these committees, up to 30.",
  })
  committeeIds?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description:
      "这些地方及其下级，至多 30 个，如几个街道；编号见 regions。In these places and all below them, up to 30, such as some streets; regions has their codes.",
  })
  regionCodes?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description: "主办或参加的单位。The organisation that hosts or takes part.",
  })
  organizationId?: string | null;
  @Field(() => TimeRangeInput, {
    nullable: true,
    description: "与此时段有交叠。Overlapping this range of time.",
  })
  during?: TimeRangeInput | null;
  @Field(() => String, {
    nullable: true,
    description: "所属主题，须与原文完全一致。The committee's label, exactly as written.",
  })
  theme?: string | null;
}

@InputType("ScheduleActivityInput", {
  description:
    "列入日历的活动；已举办的也可补录。An activity to put on the calendar. You can also enter one that has already taken place.",
})
export class ScheduleActivityInput extends MutationInput {
  @Field(() => ID, { description: "所属委员会。The committee on whose calendar it is." })
  committeeId: string;
  @Field(() => ID, {
    description:
      "主办单位：委员会的成员单位，或其所依托的党组织。由他人指定、尚未开始的，先邀请它主办：以 joinActivity 或 declineInvitation 答复。The host: a member unit of the committee, or the party organisation that it belongs to. A unit that somebody else names for what is ahead is asked first, and answers with joinActivity or declineInvitation.",
  })
  hostId: string;
  @Field(() => String, LIMITS.title) title: string;
  @Field(() => ActivityKind, { description: "类型。Kind." }) kind: ActivityKind;
  @Field(() => TimeRangeInput, { description: "时间，至多 31 天。When, up to 31 days." })
  during: TimeRangeInput;
  @Field(() => Audience, { description: "公开范围。Who may see it." }) audience: Audience;
  @Field(() => ID, {
    nullable: true,
    description: "场地：已发布的阵地资源。Where: a published resource of the kind VENUE.",
  })
  venueId?: string | null;
  @Field(() => String, optional(LIMITS.place)) place?: string | null;
  @Field(() => String, optional(LIMITS.description)) description?: string | null;
  @Field(() => String, optional(LIMITS.theme)) theme?: string | null;
}

@InputType("RescheduleActivityInput", { description: "活动改期。Another time for an activity." })
export class RescheduleActivityInput extends ChangeInput {
  @Field(() => TimeRangeInput, {
    description: "新的时间，至多 31 天。The new time, up to 31 days.",
  })
  during: TimeRangeInput;
  @Field(() => String, optional(REASON)) reason?: string | null;
}

@InputType("CancelActivityInput", { description: "取消活动。An activity to cancel." })
export class CancelActivityInput extends ReasonedInput {}

@InputType("HoldActivityInput", { description: "记为已举办的活动。An activity that took place." })
export class HoldActivityInput extends ChangeInput {}
