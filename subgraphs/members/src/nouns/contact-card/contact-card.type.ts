import { WithdrawableType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType("ContactCard", {
  description: "连心卡：岗位对外的联系方式。A post's public contact, of a unit or of a committee.",
})
@Directive('@key(fields: "id")')
export class ContactCardType extends WithdrawableType {
  @Field(() => String, { description: "岗位。Post." }) post: string;
  @Field(() => String, { nullable: true, description: "接待时间。Office hours." })
  hours: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "本人同意公开姓名与电话的时间；未同意为空。When the holder consented to showing name and telephone; null without consent.",
  })
  consentedAt: Date | null;
}

export const ContactCardConnection = connectionOf("ContactCard", () => ContactCardType, {
  zh: "连心卡",
  en: "contact cards",
});
