import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType("Membership", {
  description: "成员单位、驻区单位的成员资格。A unit's membership of one committee.",
})
@Directive('@key(fields: "id")')
export class MembershipType extends RecordType {
  @Field(() => DateScalar, { description: "加入日期。Day of joining." }) joinedOn: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "退出日期；在册时为空。Last day; null while it lasts.",
  })
  leftOn: string | null;
  @Field(() => String, { nullable: true, description: "退出原因。Why it ended." })
  leaveReason: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "已安排的最后一日，当日结束后退出；未安排时为空。The last day that is planned; the unit leaves when it is over. Null if nothing is planned.",
  })
  leavesOn: string | null;
}

export const MembershipConnection = connectionOf("Membership", () => MembershipType, {
  zh: "成员资格",
  en: "memberships",
});
