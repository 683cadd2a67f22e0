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

@ObjectType("AuditChange", {
  description:
    "审计记录中改动的一项：改动前后的值，以中文写明；长的文字只留节选。A field that a change gave another value, with both values in Chinese words. Of long texts, only an excerpt is kept.",
})
export class AuditChangeType {
  @Field(() => String, {
    description: "字段名，如 title。Name of the field, such as title.",
  })
  field: string;
  @Field(() => String, {
    description: "字段的中文名称，如“标题”。What the field is called in Chinese.",
  })
  label: string;
  @Field(() => String, {
    nullable: true,
    description: "改动前的值，空则为空。Its value before; null if it had none.",
  })
  before: string | null;
  @Field(() => String, {
    nullable: true,
    description: "改动后的值，空则为空。Its value after; null if it has none.",
  })
  after: string | null;
  @Field(() => Boolean, {
    description:
      "是否不留存其值：个人信息和密钥只记下有过改动。Whether the log does not keep its values: of personal data and secrets it only notes that they changed.",
  })
  isWithheld: boolean;
}

export const AuditEntryConnection = connectionOf("AuditEntry", () => AuditEntryType, {
  zh: "审计记录",
  en: "audit entries",
});
