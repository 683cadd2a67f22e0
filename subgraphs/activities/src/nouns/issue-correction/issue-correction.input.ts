import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType } from "type-graphql";
import { LIMITS } from "../issue/issue.input.ts";

@InputType("UpdateIssueInput", {
  description:
    "更改或更正问题；未给出的不变，措施、期限与会议给 null 即删去。What to change or correct of an issue; what you leave out stays as it is. A measure, a deadline and an activity that are given as null are removed.",
})
export class UpdateIssueInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.title)) title?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "责任单位，委员会的成员单位；原责任单位另得通知。The organisation that owns it, a unit of the committee. The previous owner is told, too.",
  })
  ownerId?: string | null;
  @Field(() => String, optional(LIMITS.measure)) measure?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "期限，不早于提出之日；待办随之变动。The last day for it, not before the day on which it was raised. The task follows.",
  })
  deadline?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "在哪次会议或活动上提出。The meeting or activity at which it was raised.",
  })
  activityId?: string | null;
  @Field(() => Audience, { nullable: true, description: "公开范围。Who may see it." })
  audience?: Audience | null;
  @Field(() => String, {
    ...optional(LIMITS.outcome),
    description:
      "办理结果的更正，仅已解决的可填。The corrected result; only of an issue that is resolved.",
  })
  outcome?: string | null;
}

@InputType("ReopenIssueInput", {
  description:
    "误作已解决而恢复办理的问题。An issue that was resolved by mistake and is open again.",
})
export class ReopenIssueInput extends ReasonedInput {}
