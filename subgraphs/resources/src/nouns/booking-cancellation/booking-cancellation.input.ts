import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { InputType } from "type-graphql";

@InputType("CancelBookingInput", { description: "取消预约。A booking to cancel." })
export class CancelBookingInput extends ReasonedInput {}
