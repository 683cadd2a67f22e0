import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { OwnerFilter } from "@alliance-hub/platform/noun/owner";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";
import { ApplicationState } from "./application.entity.ts";

/** What the inputs of an application take. */
export const LIMITS = {
  message: textLimit(
    { zh: "申请说明", en: "Why the unit wants to join, and what it brings" },
    { maxLength: 500 },
  ),
};

@InputType("ApplicationFilter", { description: "入会申请的筛选条件。Which applications to list." })
export class ApplicationFilter extends OwnerFilter {
  @Field(() => [ApplicationState], { nullable: true, description: "状态。States." })
  states?: ApplicationState[] | null;
}

@InputType("ApplyToCommitteeInput", {
  description: "单位申请加入委员会。A unit that proposes itself for a committee.",
})
export class ApplyToCommitteeInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." }) committeeId: string;
  @Field(() => ID, { description: "单位。The unit." }) organizationId: string;
  @Field(() => String, optional(LIMITS.message)) message?: string | null;
}

@InputType("AcceptApplicationInput", {
  description: "同意入会申请。An application to accept.",
})
export class AcceptApplicationInput extends ChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "加入日期，默认今天。Day of joining; today by default.",
  })
  joinedOn?: string | null;
}

@InputType("ReturnApplicationInput", {
  description: "退回入会申请。An application to send back.",
})
export class ReturnApplicationInput extends ReasonedInput {}

@InputType("WithdrawApplicationInput", {
  description: "撤回入会申请。An application to withdraw.",
})
export class WithdrawApplicationInput extends ChangeInput {}
