import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { InputType } from "type-graphql";

@InputType("ReopenActivityInput", {
  description:
    "误记为已举办或已取消、要恢复的活动。An activity that was marked as held or cancelled by mistake.",
})
export class ReopenActivityInput extends ReasonedInput {}
