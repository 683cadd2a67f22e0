import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Committee", { description: "联席会议、大工委、大党委。A joint committee." })
@Directive('@key(fields: "id")')
export class CommitteeRef {
  @Field(() => ID, { description: "编号。Id." })
  id: string;
}
