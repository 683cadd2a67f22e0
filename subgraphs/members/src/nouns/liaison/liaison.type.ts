import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType("Liaison", {
  description: "联络员：代表单位在枢纽中办理事项。The person who acts for a unit in the hub.",
})
@Directive('@key(fields: "id")')
export class LiaisonType extends RecordType {
  @Field(() => String, { description: "姓名。Name." }) name: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "卸任时间；在任时为空。When it ended; null while it lasts.",
  })
  endedAt: Date | null;
}

export const LiaisonConnection = connectionOf("Liaison", () => LiaisonType, {
  zh: "联络员",
  en: "liaisons",
});
