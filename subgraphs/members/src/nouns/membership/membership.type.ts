import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType("Membership", {
  description: "成员单位、驻区单位的成员资格。A unit's membership of one committee.",
})
@Directive('@key(fields: "id")')
export class MembershipType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => DateScalar, { description: "加入日期。Day of joining." })
  joinedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "退出日期；在册时为空。Last day; null while it lasts.",
  })
  leftOn: string | null;

  @Field(() => String, { nullable: true, description: "退出原因。Why it ended." })
  leaveReason: string | null;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "登记时间。When it was entered." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}

export const MembershipConnection = connectionOf("Membership", () => MembershipType, {
  zh: "成员资格",
  en: "memberships",
});
