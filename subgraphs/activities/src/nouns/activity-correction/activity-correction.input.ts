import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { Field, InputType } from "type-graphql";
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
  @Field(() => String, optional(LIMITS.place)) place?: string | null;
  @Field(() => String, optional(LIMITS.description)) description?: string | null;
  @Field(() => String, optional(LIMITS.theme)) theme?: string | null;
}
