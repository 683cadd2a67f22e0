import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { RegistrationState } from "./registration.entity.ts";

registerEnumType(RegistrationState, {
  name: "RegistrationState",
  description: "报到状态。States of a registration.",
  valuesConfig: {
    SUBMITTED: { description: "已提交，待社区答复。Submitted; the community has not answered." },
    ACCEPTED: { description: "已接收。Accepted." },
    RETURNED: { description: "已退回，附原因。Sent back, with a reason." },
    ENDED: { description: "已终止，附原因。It was accepted and has ended, with a reason." },
  },
});

@ObjectType("ReportedHeadcount", {
  description: "某日起的报到党员人数。How many members served from a day on.",
})
export class ReportedHeadcountType {
  @Field(() => DateScalar, { description: "起始日期。From which day on." }) on: string;
  @Field(() => Int, { description: "人数。How many." }) headcount: number;
}

@ObjectType("Registration", {
  description: "双报到：单位到社区或街道报到。A unit's registration with a community or a street.",
})
@Directive('@key(fields: "id")')
export class RegistrationType extends RecordType {
  @Field(() => RegistrationState, { description: "状态。State." }) state: RegistrationState;
  @Field(() => Int, {
    description:
      "现在的报到党员人数，只计数，不列名。How many members serve now: a number, never a list of names.",
  })
  headcount: number;
  @Field(() => Boolean, {
    description: "是否包联责任单位。Whether the unit is the one responsible for the community.",
  })
  responsible: boolean;
  @Field(() => DateTimeScalar, { description: "提交时间。When it was submitted." })
  submittedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "接收时间。When it was accepted." })
  acceptedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "退回时间。When it was sent back." })
  returnedAt: Date | null;
  @Field(() => String, { nullable: true, description: "退回原因。Why it was sent back." })
  returnReason: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "终止时间。When it ended." })
  endedAt: Date | null;
  @Field(() => String, { nullable: true, description: "终止原因。Why it ended." })
  endReason: string | null;
}

export const RegistrationConnection = connectionOf("Registration", () => RegistrationType, {
  zh: "报到",
  en: "registrations",
});
