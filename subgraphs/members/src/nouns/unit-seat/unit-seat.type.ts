import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType("UnitSeat", {
  description:
    "交叉任职（双向进入）：一个单位的人在另一个单位（不是委员会）任职，不带来枢纽中的任何权限。A person's seat in an organisation that is no committee, sent by another one. It gives no rights in the hub.",
})
@Directive('@key(fields: "id")')
export class UnitSeatType extends RecordType {
  @Field(() => String, { description: "所任职务。Office, in the body's own words." }) role: string;
  @Field(() => DateScalar, { description: "任职日期。First day in office." }) since: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "离任日期；在任时为空。Last day; null while it is held.",
  })
  until: string | null;
}

export const UnitSeatConnection = connectionOf("UnitSeat", () => UnitSeatType, {
  zh: "交叉任职",
  en: "seats in units",
});
