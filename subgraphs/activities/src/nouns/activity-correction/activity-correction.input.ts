import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType } from "type-graphql";
import { ActivityKind } from "../activity/activity.entity.ts";
import { LIMITS } from "../activity/activity.input.ts";

@InputType("UpdateActivityInput", {
  description:
    "更正活动的内容；未给出的不变，地点、说明与主题给 null 即删去。What to correct of an activity; what you leave out stays as it is. A place, a description and a theme that are given as null are removed.",
})
export class UpdateActivityInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.title)) title?: string | null;
  @Field(() => ActivityKind, {
    nullable: true,
    description:
      "类型；有议题的会议不能改为其他类型。Kind. A meeting with items on its agenda remains one.",
  })
  kind?: ActivityKind | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "场地；换场地即预约新的、退回原来的，给 null 即不用场地。没有另写地点的，地点为新场地的名称与地址；另写的地点不变。场地已被拒绝或收回的，写明地点即不再用它。The venue. Another one is booked, and the booking of the previous one is given back; null means none. Without words of your own, the place is the new venue's title and address; your own words stay. If the venue was denied or taken back, giving a place does without it.",
  })
  venueId?: string | null;
  @Field(() => TimeRangeInput, {
    nullable: true,
    description:
      "实际举办的时间，仅已举办的可更正；待举办的请改期。When it really took place; only of an activity that was held. One that lies ahead is rescheduled.",
  })
  during?: TimeRangeInput | null;
  @Field(() => Audience, { nullable: true, description: "公开范围。Who may see it." })
  audience?: Audience | null;
  @Field(() => String, optional(LIMITS.place)) place?: string | null;
  @Field(() => String, optional(LIMITS.description)) description?: string | null;
  @Field(() => String, optional(LIMITS.theme)) theme?: string | null;
}
