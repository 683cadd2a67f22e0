import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Field, ID, InputType, Int } from "type-graphql";
import { WaitingState } from "./waiting-entry.entity.ts";

/** What the inputs of a waiting entry take. */
export const LIMITS = {
  purpose: textLimit(
    { zh: "用途，仅双方可见", en: "What it is for; only both sides can see it" },
    { maxLength: 200 },
  ),
};

/** How much of a resource is waited for. */
export const QUANTITY = countLimit({ zh: "数量，默认 1", en: "How much of it; one by default" });

@InputType("WaitingFilter", { description: "候补的筛选条件。Which waiting entries to list." })
export class WaitingFilter {
  @Field(() => ID, { nullable: true, description: "资源。The resource." })
  resourceId?: string | null;
  @Field(() => ID, { nullable: true, description: "候补单位。The unit that waits." })
  organizationId?: string | null;
  @Field(() => ID, { nullable: true, description: "提供单位。The unit that offers the resources." })
  providerId?: string | null;
  @Field(() => [WaitingState], {
    nullable: true,
    description: "状态，默认全部。States; all by default.",
  })
  states?: WaitingState[] | null;
}

@InputType("JoinWaitingListInput", { description: "候补。A time to wait for." })
export class JoinWaitingListInput extends MutationInput {
  @Field(() => ID, { description: "资源。The resource." }) resourceId: string;
  @Field(() => ID, { description: "候补单位。The unit that waits." }) organizationId: string;
  @Field(() => TimeRangeInput, {
    description:
      "时段：不早于现在，不超过 31 天，在 400 天之内结束。The time: not in the past, up to 31 days long, ending within 400 days.",
  })
  during: TimeRangeInput;
  @Field(() => Int, { ...optional(QUANTITY), defaultValue: 1 })
  quantity?: number | null;
  @Field(() => String, optional(LIMITS.purpose)) purpose?: string | null;
}

@InputType("WithdrawWaitingInput", { description: "退出候补。A waiting entry to withdraw." })
export class WithdrawWaitingInput extends ChangeInput {}

@InputType("AcceptOfferInput", { description: "接受让出的时段。An offer to accept." })
export class AcceptOfferInput extends ChangeInput {}
