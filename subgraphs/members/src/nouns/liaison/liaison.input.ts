import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { LiaisonType } from "./liaison.type.ts";

@InputType("NameLiaisonInput", { description: "指定联络员。A person to act for a unit." })
export class NameLiaisonInput extends MutationInput {
  @Field(() => ID, { description: "单位。The unit." })
  organizationId: string;

  @Field(() => String, { description: "此人的登录标识。The sign-in this person uses." })
  subject: string;

  @Field(() => String, { description: "姓名，1 至 50 字。Name, 1 to 50 characters." })
  name: string;
}

@InputType("EndLiaisonInput", { description: "联络员卸任。A liaison to end." })
export class EndLiaisonInput extends RecordInput {
  @Field(() => ID, { description: "联络员。The liaison." })
  id: string;
}

@ObjectType("NameLiaisonPayload", { description: "指定的联络员。The liaison who was named." })
export class NameLiaisonPayload {
  @Field(() => LiaisonType, { description: "联络员。The liaison." })
  liaison: LiaisonType;
}

@ObjectType("EndLiaisonPayload", { description: "已卸任的联络员。The liaison who acts no more." })
export class EndLiaisonPayload {
  @Field(() => LiaisonType, { description: "联络员。The liaison." })
  liaison: LiaisonType;
}
