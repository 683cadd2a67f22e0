import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";

@InputType("AssignServiceAreaInput", {
  description: "登记由谁服务一个小区。Who serves an estate, and from when.",
})
export class AssignServiceAreaInput extends MutationInput {
  @Field(() => ID, {
    description: "物业公司或业主委员会。The property company or owners' committee.",
  })
  organizationId: string;
  @Field(() => String, { description: "小区代码。Code of the estate." }) regionCode: string;
  @Field(() => DateScalar, {
    description: "第一天，至多提前一年登记。First day, at most a year ahead.",
  })
  from: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "最后一天；未定的省略。Last day; left out while it is not known.",
  })
  until?: string | null;
}

@InputType("EndServiceAreaInput", {
  description: "不再服务一个小区。That an organisation no longer serves an estate.",
})
export class EndServiceAreaInput extends ChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "最后一天，默认今天，不晚于今天。Last day; today by default, and not later.",
  })
  until?: string | null;
}
