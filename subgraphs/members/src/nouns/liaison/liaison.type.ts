import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType("Liaison", {
  description: "联络员，代表单位办事。The person who acts for a unit in the hub.",
})
@Directive('@key(fields: "id")')
export class LiaisonType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => String, { description: "姓名。Name." })
  name: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "卸任时间；在任时为空。When it ended; null while it lasts.",
  })
  endedAt: Date | null;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "指定时间。When the person was named." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}

export const LiaisonConnection = connectionOf("Liaison", () => LiaisonType, {
  zh: "联络员",
  en: "liaisons",
});
