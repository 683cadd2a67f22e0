import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { InputType } from "type-graphql";

@InputType("CompleteBookingInput", { description: "预约已使用。A booking that was used." })
export class CompleteBookingInput extends ChangeInput {}
