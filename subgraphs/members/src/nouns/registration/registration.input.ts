import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { RegistrationState } from "./registration.entity.ts";
import { RegistrationType } from "./registration.type.ts";

@InputType("RegistrationFilter", { description: "报到的筛选条件。Which registrations to list." })
export class RegistrationFilter {
  @Field(() => String, {
    nullable: true,
    description: "此地及其下级。In that place and all below it.",
  })
  regionCode?: string | null;

  @Field(() => [RegistrationState], { nullable: true, description: "状态。States." })
  states?: RegistrationState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "是否包联责任单位。Of responsible units, or of the others.",
  })
  responsible?: boolean | null;

  @Field(() => ID, { nullable: true, description: "单位。The unit." })
  organizationId?: string | null;
}

@InputType("RegisterWithCommunityInput", {
  description: "单位到社区报到。A unit that registers with a community.",
})
export class RegisterWithCommunityInput extends MutationInput {
  @Field(() => ID, { description: "单位。The unit." })
  organizationId: string;

  @Field(() => String, { description: "社区代码。Code of the community." })
  communityCode: string;

  @Field(() => Int, {
    description: "报到党员人数，1 至 1000000。How many members serve, 1 to 1,000,000.",
  })
  headcount: number;
}

@InputType("AcceptRegistrationInput", { description: "接收报到。A registration to accept." })
export class AcceptRegistrationInput extends RecordInput {
  @Field(() => ID, { description: "报到。The registration." })
  id: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "定为包联责任单位，默认否。Make the unit the one responsible for the community; false by default.",
  })
  responsible?: boolean | null;
}

@InputType("ReturnRegistrationInput", { description: "退回报到。A registration to send back." })
export class ReturnRegistrationInput extends RecordInput {
  @Field(() => ID, { description: "报到。The registration." })
  id: string;

  @Field(() => String, { description: "原因，1 至 200 字。Why, 1 to 200 characters." })
  reason: string;
}

@ObjectType("RegisterWithCommunityPayload", {
  description: "提交的报到。The registration that was submitted.",
})
export class RegisterWithCommunityPayload {
  @Field(() => RegistrationType, { description: "报到。The registration." })
  registration: RegistrationType;
}

@ObjectType("AcceptRegistrationPayload", {
  description: "接收的报到。The registration that was accepted.",
})
export class AcceptRegistrationPayload {
  @Field(() => RegistrationType, { description: "报到。The registration." })
  registration: RegistrationType;
}

@ObjectType("ReturnRegistrationPayload", {
  description: "退回的报到。The registration that was sent back.",
})
export class ReturnRegistrationPayload {
  @Field(() => RegistrationType, { description: "报到。The registration." })
  registration: RegistrationType;
}
