import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType } from "type-graphql";

@InputType("NoticeFilter", {
  description: "通知的筛选条件；各项须同时满足。Which notices. All given conditions must hold.",
})
export class NoticeFilter {
  @Field(() => ID, { nullable: true, description: "发给此单位的。Those to this unit." })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: "发给此委员会的。Those to this committee." })
  committeeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "包括发给所管下级委员会的；默认否。Also those to the committees below yours; not by default.",
  })
  below?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: "所涉记录的类型，如 Booking。Types of the records, such as Booking.",
  })
  nouns?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "通知的类型，如 CONFIRMED；见 docs/notices.md。Types of the notices, such as CONFIRMED; docs/notices.md lists them.",
  })
  types?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "是：只列本人未读的（近 30 天）；否：只列已读的或更早的。True: those of the last 30 days that you have not read; false: all others.",
  })
  unread?: boolean | null;
}

@InputType("MarkNoticesReadInput", {
  description: "要标为已读的通知。Notices to mark as read.",
})
export class MarkNoticesReadInput extends MutationInput {
  @Field(() => [ID], {
    nullable: true,
    description: "通知，一次至多 100 条。The notices, at most 100 at once.",
  })
  ids?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "是：全部标为已读。True: marks all of them.",
  })
  all?: boolean | null;
}
