import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";
import { SettlementWay } from "./membership.entity.ts";

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

@InputType("SettlementInput", {
  description:
    "单位退出时一件未了结事项的处理。How one thing that is open is settled when a unit leaves.",
})
export class SettlementInput {
  @Field(() => String, {
    description: "记录类型，如 Resource、Booking。Type of the record, such as Resource or Booking.",
  })
  noun: string;
  @Field(() => ID, { description: "记录编号。Id of the record." }) recordId: string;
  @Field(() => SettlementWay, { description: "处理办法。How it is settled." }) how: SettlementWay;
  @Field(() => ID, {
    nullable: true,
    description:
      "移交给哪个单位，默认为委员会所依托的党组织。Which unit takes it over; by default the organisation that the committee belongs to.",
  })
  toOrganizationId?: string | null;
}

@InputType("LeaveCommitteeInput", { description: "单位退出委员会。A membership to end." })
export class LeaveCommitteeInput extends ReasonedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "退出日期，默认今天。Last day; today by default.",
  })
  leftOn?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "今后的退出日期，至多一年：当日结束后退出，此前可以取消。A last day ahead, within a year: the unit leaves when that day is over, and can call it off before.",
  })
  leavesOn?: string | null;
  @Field(() => [SettlementInput], {
    nullable: true,
    description:
      "未了结事项的处理，须逐一列出；不给则按 leaving 所列的结果处理。How each thing that is open is settled: all of them, or none; then each is settled as leaving says.",
  })
  settlements?: SettlementInput[] | null;
}

@InputType("CallOffLeavingInput", {
  description: "取消已安排的退出。A planned leaving to call off, by the id of the membership.",
})
export class CallOffLeavingInput extends ChangeInput {}
