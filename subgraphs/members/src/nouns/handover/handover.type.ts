import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { HandoverState } from "./handover.entity.ts";

registerEnumType(HandoverState, {
  name: "HandoverState",
  description: "代行的状态。States of a handover.",
  valuesConfig: {
    PLANNED: { description: "未开始。It has not begun yet." },
    CURRENT: { description: "代行中。The deputy runs the committee." },
    ENDED: {
      description:
        "已结束：到期、被结束，或双方之一的任职已结束。It is over: by its last day, by somebody, or with one of the two seats.",
    },
  },
});

@ObjectType("Handover", {
  description:
    "代行：书记请一位副书记在一段时间内代为主持委员会；书记本人的权限不变。The secretary lets a deputy run the committee from a day to a day, and keeps the own rights.",
})
@Directive('@key(fields: "id")')
export class HandoverType extends RecordType {
  @Field(() => DateScalar, { description: "代行起。First day." }) from: string;
  @Field(() => DateScalar, { description: "代行止。Last day." }) until: string;
  @Field(() => String, {
    nullable: true,
    description: "说明。What the deputy should know.",
  })
  note: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "结束时间；未被结束的为空。When somebody ended it; null if nobody did.",
  })
  endedAt: Date | null;
  @Field(() => String, { nullable: true, description: "结束原因。Why it was ended." })
  endReason: string | null;
}

export const HandoverConnection = connectionOf("Handover", () => HandoverType, {
  zh: "代行",
  en: "handovers",
});
