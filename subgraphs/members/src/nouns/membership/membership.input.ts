import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { MembershipType } from "./membership.type.ts";

@InputType("JoinCommitteeInput", {
  description: "单位加入委员会。A unit to take into a committee.",
})
export class JoinCommitteeInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." })
  committeeId: string;

  @Field(() => ID, { description: "单位。The unit." })
  organizationId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "加入日期，默认今天。Day of joining; today by default.",
  })
  joinedOn?: string | null;
}

@InputType("LeaveCommitteeInput", { description: "单位退出委员会。A membership to end." })
export class LeaveCommitteeInput extends RecordInput {
  @Field(() => ID, { description: "成员资格。The membership." })
  id: string;

  @Field(() => String, { description: "原因，1 至 200 字。Why, 1 to 200 characters." })
  reason: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "退出日期，默认今天。Last day; today by default.",
  })
  leftOn?: string | null;
}

@ObjectType("JoinCommitteePayload", { description: "新的成员资格。The membership that began." })
export class JoinCommitteePayload {
  @Field(() => MembershipType, { description: "成员资格。The membership." })
  membership: MembershipType;
}

@ObjectType("LeaveCommitteePayload", {
  description: "已结束的成员资格。The membership that ended.",
})
export class LeaveCommitteePayload {
  @Field(() => MembershipType, { description: "成员资格。The membership." })
  membership: MembershipType;
}
