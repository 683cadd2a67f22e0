import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, InputType } from "type-graphql";

@InputType("CancelSeriesInput", {
  description: "取消系列预约的其余各次。The rest of a series to cancel.",
})
export class CancelSeriesInput extends ReasonedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "自哪日起（含），默认自现在起；已开始的不取消。First day; from now on by default. What has begun is not cancelled.",
  })
  from?: string | null;
}
