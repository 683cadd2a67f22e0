import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, InputType } from "type-graphql";

@InputType("CompleteBookingInput", { description: "预约已使用。A booking that was used." })
export class CompleteBookingInput extends ChangeInput {}

@InputType("RecordUseInput", { description: "是否有人来用。Whether a booking was used." })
export class RecordUseInput extends ChangeInput {
  @Field(() => Boolean, {
    description:
      "是否有人来用；记错的可以再记。Whether somebody came; what was wrong can be recorded again.",
  })
  used: boolean;
}
