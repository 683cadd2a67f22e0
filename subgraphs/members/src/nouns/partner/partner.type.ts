import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ObjectType } from "type-graphql";

@ObjectType("Partner", {
  description:
    "合作系统：凭密钥为一个单位读取或办理的系统。A system that reads or acts for a unit with a key of its own.",
})
export class PartnerType {
  @Field(() => String, { description: "名称，全枢纽唯一。Its name, unique in the hub." })
  name: string;
  @Field(() => [String], {
    description: "密钥的权限，如 activities:read。What the key permits, such as activities:read.",
  })
  scopes: string[];
  @Field(() => DateTimeScalar, { description: "登记时间。When it was entered." }) createdAt: Date;
}
