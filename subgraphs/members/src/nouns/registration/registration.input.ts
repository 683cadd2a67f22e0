import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, Int } from "type-graphql";
import { RegistrationState } from "./registration.entity.ts";

/** What the inputs of a registration take. */
export const LIMITS = {
  headcount: countLimit({ zh: "报到党员人数", en: "How many members serve" }),
};

@InputType("RegistrationFilter", { description: "报到的筛选条件。Which registrations to list." })
export class RegistrationFilter extends PlaceFilter {
  @Field(() => [RegistrationState], { nullable: true, description: "状态。States." })
  states?: RegistrationState[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "是否包联责任单位。Only units that are responsible for the community, or only the others.",
  })
  responsible?: boolean | null;
  @Field(() => ID, { nullable: true, description: "单位。The unit." })
  organizationId?: string | null;
}

@InputType("RegisterWithCommunityInput", {
  description: "单位到社区或街道报到。A unit that registers with a community or a street.",
})
export class RegisterWithCommunityInput extends MutationInput {
  @Field(() => ID, { description: "单位。The unit." }) organizationId: string;
  @Field(() => String, {
    description: "社区或街道的代码。Code of the community or street.",
  })
  communityCode: string;
  @Field(() => Int, LIMITS.headcount) headcount: number;
}

@InputType("AcceptRegistrationInput", { description: "接收报到。The registration to accept." })
export class AcceptRegistrationInput extends ChangeInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "定为包联责任单位，默认否。Whether the unit becomes the one responsible for the community; false by default.",
  })
  responsible?: boolean | null;
}

@InputType("RecordHeadcountInput", {
  description:
    "登记报到党员人数的变化；同一天再次登记即为更正。A further headcount of a registration. A second one for the same day corrects the first.",
})
export class RecordHeadcountInput extends ChangeInput {
  @Field(() => Int, LIMITS.headcount) headcount: number;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "自哪一天起，默认今天；不早于提交报到之日，不晚于今天。From which day on, today by default: not before the day of registering, and not in the future.",
  })
  on?: string | null;
}

@InputType("EndRegistrationInput", {
  description: "终止已接收的报到。An accepted registration to end.",
})
export class EndRegistrationInput extends ReasonedInput {}

@InputType("ReturnRegistrationInput", { description: "退回报到。A registration to send back." })
export class ReturnRegistrationInput extends ReasonedInput {}
