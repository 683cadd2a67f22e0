import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Field, ID, InputType } from "type-graphql";

@InputType("BlockResourceInput", {
  description: "停用一段时间。A time at which a resource cannot be used.",
})
export class BlockResourceInput extends MutationInput {
  @Field(() => ID, { description: "资源。The resource." }) resourceId: string;
  @Field(() => TimeRangeInput, {
    description: "时段：不早于现在，不超过 400 天。The time: not in the past, up to 400 days long.",
  })
  during: TimeRangeInput;
  @Field(() => String, REASON) reason: string;
}

@InputType("LiftBlockingInput", { description: "取消停用。A blocking to lift." })
export class LiftBlockingInput extends ChangeInput {}
