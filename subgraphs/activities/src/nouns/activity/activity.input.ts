import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ActivityKind, ActivityState } from "./activity.entity.ts";
import { ActivityType } from "./activity.type.ts";

@InputType("ActivityFilter", { description: "活动的筛选条件。Which activities to list." })
export class ActivityFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "标题、主题或说明中的文字，简繁皆可。Text in title, theme or description, in either script.",
  })
  text?: string | null;

  @Field(() => [ActivityKind], { nullable: true, description: "类型。Kinds." })
  kinds?: ActivityKind[] | null;

  @Field(() => [ActivityState], { nullable: true, description: "状态。States." })
  states?: ActivityState[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "所属委员会。The committee on whose calendar they stand.",
  })
  committeeId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "此地及其下级。In that place and all below it.",
  })
  regionCode?: string | null;

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
    description: "所属主题，须一字不差。The committee's label, as it is written.",
  })
  theme?: string | null;
}

@InputType("ScheduleActivityInput", {
  description:
    "排上日历的活动；已举办的也可补录。An activity to put on the calendar; what took place earlier may be entered.",
})
export class ScheduleActivityInput extends MutationInput {
  @Field(() => ID, { description: "所属委员会。The committee on whose calendar it stands." })
  committeeId: string;

  @Field(() => ID, {
    description:
      "主办单位：委员会的成员单位，或其所依托的党组织。The host: a member unit of the committee, or the party organisation it stands on.",
  })
  hostId: string;

  @Field(() => String, { description: "标题，1 至 100 字。Title, 1 to 100 characters." })
  title: string;

  @Field(() => ActivityKind, { description: "类型。Kind." })
  kind: ActivityKind;

  @Field(() => TimeRangeInput, { description: "时间，至多 31 天。When, up to 31 days." })
  during: TimeRangeInput;

  @Field(() => Audience, { description: "公开范围。Who may see it." })
  audience: Audience;

  @Field(() => ID, {
    nullable: true,
    description: "场地：已发布的阵地资源。Where: a published resource of the kind VENUE.",
  })
  venueId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "说明，至多 2000 字。Description, up to 2,000 characters.",
  })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "所属主题，至多 30 字。One of the committee's labels, up to 30 characters.",
  })
  theme?: string | null;
}

@InputType("RescheduleActivityInput", { description: "活动改期。Another time for an activity." })
export class RescheduleActivityInput extends RecordInput {
  @Field(() => ID, { description: "活动。The activity." })
  id: string;

  @Field(() => TimeRangeInput, {
    description: "新的时间，至多 31 天。The new time, up to 31 days.",
  })
  during: TimeRangeInput;
}

@InputType("CancelActivityInput", { description: "取消活动。An activity to cancel." })
export class CancelActivityInput extends RecordInput {
  @Field(() => ID, { description: "活动。The activity." })
  id: string;

  @Field(() => String, { description: "原因，1 至 200 字。Why, 1 to 200 characters." })
  reason: string;
}

@InputType("HoldActivityInput", { description: "记活动为已举办。An activity that took place." })
export class HoldActivityInput extends RecordInput {
  @Field(() => ID, { description: "活动。The activity." })
  id: string;
}

@ObjectType("ScheduleActivityPayload", {
  description: "排上日历的活动。The activity put on the calendar.",
})
export class ScheduleActivityPayload {
  @Field(() => ActivityType, { description: "活动。The activity." })
  activity: ActivityType;
}

@ObjectType("RescheduleActivityPayload", {
  description: "改期后的活动。The activity at its new time.",
})
export class RescheduleActivityPayload {
  @Field(() => ActivityType, { description: "活动。The activity." })
  activity: ActivityType;
}

@ObjectType("CancelActivityPayload", { description: "已取消的活动。The activity cancelled." })
export class CancelActivityPayload {
  @Field(() => ActivityType, { description: "活动。The activity." })
  activity: ActivityType;
}

@ObjectType("HoldActivityPayload", { description: "已举办的活动。The activity held." })
export class HoldActivityPayload {
  @Field(() => ActivityType, { description: "活动。The activity." })
  activity: ActivityType;
}
