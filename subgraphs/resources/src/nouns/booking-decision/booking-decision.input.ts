import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { Field, InputType } from "type-graphql";

@InputType("DecideBookingInput", { description: "答复预约申请。The answer to a booking request." })
export class DecideBookingInput extends ChangeInput {
  @Field(() => Boolean, { description: "是否同意。True confirms the booking, false denies it." })
  confirm: boolean;
  @Field(() => String, optional(REASON)) reason?: string | null;
}
