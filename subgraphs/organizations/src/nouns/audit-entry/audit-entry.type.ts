import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("AuditEntry", {
  description: "审计记录：何人在何时办理了何事，永久保存。Who did what, and when. Kept for good.",
})
export class AuditEntryType {
  @Field(() => ID, { description: "编号。Id." }) id: string;
  @Field(() => DateTimeScalar, { description: "时间。When." }) at: Date;
  @Field(() => String, {
    description: "操作名，如 bookResource。The mutation, such as bookResource.",
  })
  action: string;
  @Field(() => String, { description: "记录类型。Type of the record." }) noun: string;
  @Field(() => String, { description: "记录编号。Id of the record." }) recordId: string;
  @Field(() => String, {
    description: "办理者的登录标识。The sign-in of the person or partner system that did it.",
  })
  subject: string;
  @Field(() => ID, { nullable: true, description: "所代表的单位。The unit for which it was done." })
  organizationId: string | null;
  @Field(() => String, { description: "请求编号。Id of the request." }) requestId: string;
}

@ObjectType("AuditDetail", {
  description:
    "审计记录的一项说明：数目、状态、编号，不含记录的文字。What an entry says about a change: numbers, states and ids, never a record's text.",
})
export class AuditDetailType {
  @Field(() => String, { description: "名称，如 state。Its name, such as state." }) name: string;
  @Field(() => String, { description: "值。Its value." }) value: string;
}

export const AuditEntryConnection = connectionOf("AuditEntry", () => AuditEntryType, {
  zh: "审计记录",
  en: "audit entries",
});
