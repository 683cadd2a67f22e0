import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType("Notice", {
  description:
    "通知：告知一个单位、一个委员会、一个人或一地的平台管理员的事。A notice: what a unit, a committee, a person or the operators of a place were told.",
})
export class NoticeType {
  @Field(() => ID, {
    description:
      "编号；同一通知重复送达时凭此识别。Id, by which you recognise a notice that is delivered twice.",
  })
  id: string;

  @Field(() => String, {
    description:
      "所涉记录的类型，如 Booking。Type of the record that it is about, such as Booking.",
  })
  noun: string;

  @Field(() => String, {
    description:
      "类型，如 CONFIRMED；以后可能增加，见 docs/notices.md。What happened, such as CONFIRMED. More types may be added later; docs/notices.md lists them.",
  })
  type: string;

  @Field(() => ID, { description: "所涉记录。Id of the record." })
  recordId: string;

  @Field(() => DateTimeScalar, { description: "发生时间。When it happened." })
  occurredAt: Date;
}

export const NoticeConnection = connectionOf("Notice", () => NoticeType, {
  zh: "通知",
  en: "notices",
});

@ObjectType("NoticePage", { description: "通知的一段。A part of the notices." })
export class NoticePage {
  @Field(() => [NoticeType], {
    description: "各条通知，先发生的在前。The notices, in the order in which they were left.",
  })
  nodes: readonly object[];

  @Field(() => String, { description: "下次从此处继续。Where to continue." })
  endPosition: string;

  @Field(() => Boolean, {
    description: "其后是否已有更多。Whether there are more notices after these.",
  })
  hasMore: boolean;
}

@ObjectType("MarkNoticesReadPayload", {
  description: "标为已读的结果。The result of marking notices as read.",
})
export class MarkNoticesReadPayload {
  @Field(() => Int, {
    description:
      "本人仍未读的通知数（近 30 天）。How many notices of the last 30 days you have not read.",
  })
  unread: number;
}
