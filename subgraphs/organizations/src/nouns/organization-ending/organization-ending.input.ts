import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, InputType } from "type-graphql";

@InputType("EndOrganizationInput", {
  description: "终止单位，须说明原因。An organisation to end, and why.",
})
export class EndOrganizationInput extends ReasonedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "最后一天，默认今天，不晚于今天。Its last day; today by default, and not later.",
  })
  endedOn?: string | null;
}
