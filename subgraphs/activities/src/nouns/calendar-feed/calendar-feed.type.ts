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
    description: "备注：给谁用、在哪用。What it is for: whose, on which device.",
  })
  label: string | null;

  @Field(() => DateTimeScalar, { description: "生成时间。When it was made." })
  createdAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "撤销时间；有效者为空。When it was revoked; null while it is good.",
  })
  revokedAt: Date | null;
}
