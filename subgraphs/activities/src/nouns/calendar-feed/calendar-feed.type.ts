import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("CalendarFeed", {
  description:
    "日历订阅：单位或委员会日历的一个保密网址，可撤销。A secret address of a unit's or a committee's calendar for calendar programs; it can be revoked.",
})
export class CalendarFeedType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => String, {
    nullable: true,
    description: "备注：由谁使用、在何处使用。A note: who uses it, on which device.",
  })
  label: string | null;

  @Field(() => DateTimeScalar, { description: "生成时间。When it was made." })
  createdAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "撤销时间；有效期间为空。When it was revoked; null while it is valid.",
  })
  revokedAt: Date | null;
}
