import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Field, InputType, Int } from "type-graphql";
import { LIMITS, QUANTITY } from "../booking/booking.input.ts";

@InputType("ChangeBookingInput", {
  description:
    "更改预约，未填的不变，用途给 null 即删去。A booking to change; what is left out stays. A purpose that is given as null is removed.",
})
export class ChangeBookingInput extends ChangeInput {
  @Field(() => TimeRangeInput, {
    nullable: true,
    description:
      "新的时段：不早于现在，不超过 31 天，在 400 天之内结束。缩短的时段只须合整格，不受提前时间、开放时间等限制。The new time: not in the past, up to 31 days long, ending within 400 days. A part of the present time need only consist of whole slots; notice, hours and the other rules do not apply.",
  })
  during?: TimeRangeInput | null;
  @Field(() => Int, optional(QUANTITY)) quantity?: number | null;
  @Field(() => String, optional(LIMITS.purpose)) purpose?: string | null;
}
