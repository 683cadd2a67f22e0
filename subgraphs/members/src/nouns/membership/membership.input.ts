import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";

@InputType("JoinCommitteeInput", {
  description: "单位加入委员会。A unit to take into a committee.",
})
export class JoinCommitteeInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." }) committeeId: string;
  @Field(() => ID, { description: "单位。The unit." }) organizationId: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "加入日期，默认今天。Day of joining; today by default.",
  })
  joinedOn?: string | null;
}

@InputType("LeaveCommitteeInput", { description: "单位退出委员会。A membership to end." })
export class LeaveCommitteeInput extends ReasonedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "退出日期，默认今天。Last day; today by default.",
  })
  leftOn?: string | null;
}
