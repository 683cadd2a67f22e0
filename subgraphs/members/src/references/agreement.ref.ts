import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Agreement", {
  description:
    "共建协议：两个以上单位就一定期限内的承诺事项订立。An agreement of two or more organisations on what they commit themselves to for a term.",
})
@Directive('@key(fields: "id", resolvable: false)')
export class AgreementRef {
  @Field(() => ID, { description: "编号。Id." })
  id: string;
}
