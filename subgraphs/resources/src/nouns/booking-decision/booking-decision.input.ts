import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { Field, ID, InputType, Int } from "type-graphql";

/** How many requests are answered together at most. */
export const MOST_DECIDED = 50;

const CONFIRM = "是否同意。True confirms the booking, false denies it.";

@InputType("DecideBookingInput", { description: "答复预约申请。The answer to a booking request." })
export class DecideBookingInput extends ChangeInput {
  @Field(() => Boolean, { description: CONFIRM }) confirm: boolean;
  @Field(() => String, optional(REASON)) reason?: string | null;
}

@InputType("DecideBookingsItemInput", {
  description: "一并答复的一项预约申请。One of the requests that are answered together.",
})
export class DecideBookingsItemInput {
  @Field(() => ID, { description: "预约。The booking." }) id: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "所依据的版本；与当前版本不符的，答复 CONFLICT，一项也不答复。The version you worked from. If it is no longer the current one, the answer is CONFLICT, and nothing is decided.",
  })
  version?: number | null;
}

@InputType("DecideBookingsInput", {
  description: "一并答复多项预约申请。The answer to several booking requests.",
})
export class DecideBookingsInput extends MutationInput {
  @Field(() => [DecideBookingsItemInput], {
    description: `预约，1 至 ${MOST_DECIDED} 项，每项一次。The bookings: 1 to ${MOST_DECIDED}, each once.`,
  })
  bookings: DecideBookingsItemInput[];
  @Field(() => Boolean, { description: CONFIRM }) confirm: boolean;
  @Field(() => String, optional(REASON)) reason?: string | null;
}
