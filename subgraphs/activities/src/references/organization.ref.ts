import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Organization", { description: "组织、单位。Any organisation of the alliance." })
@Directive('@key(fields: "id")')
export class OrganizationRef {
  @Field(() => ID, { description: "编号。Id." })
  id: string;
}
