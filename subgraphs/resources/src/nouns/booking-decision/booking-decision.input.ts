import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { Field, ID, InputType } from "type-graphql";

/** How many requests are answered together at most. */
export const MOST_DECIDED = 50;

const CONFIRM = "是否同意。True confirms the booking, false denies it.";

@InputType("DecideBookingInput", { description: "答复预约申请。The answer to a booking request." })
export class DecideBookingInput extends ChangeInput {
  @Field(() => Boolean, { description: CONFIRM }) confirm: boolean;
  @Field(() => String, optional(REASON)) reason?: string | null;
}

@InputType("DecideBookingsInput", {
  description: "一并答复多项预约申请。The answer to several booking requests.",
})
export class DecideBookingsInput extends MutationInput {
  @Field(() => [ID], {
    description: `预约的编号，1 至 ${MOST_DECIDED} 项，每项一次。Ids of the bookings: 1 to ${MOST_DECIDED}, each once.`,
  })
  ids: string[];
  @Field(() => Boolean, { description: CONFIRM }) confirm: boolean;
  @Field(() => String, optional(REASON)) reason?: string | null;
}
