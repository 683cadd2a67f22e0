import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, InputType } from "type-graphql";
import { LIMITS } from "../seat/seat.input.ts";

@InputType("UpdateSeatInput", {
  description:
    "更正委员任职的登记；未给出的不变。换人请办理离任与任命。What to correct of a seat; what you leave out stays as it is. Another person is appointed once the seat has ended.",
})
export class UpdateSeatInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.holderName)) holderName?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "任职日期，在该届之内，不晚于今天与离任日期。First day in office: within the term, not after today or the last day.",
  })
  since?: string | null;
}
