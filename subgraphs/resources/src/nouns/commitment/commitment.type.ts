import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType("Commitment", {
  description: "承诺事项：协议的一条。One clause of an agreement: who gives what, how often.",
})
export class CommitmentType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => String, { description: "承诺内容。What is promised." })
  clause: string;

  @Field(() => Int, { nullable: true, description: "每年次数。How often a year." })
  timesPerYear: number | null;

  @Field(() => Int, { description: "已兑现次数。How often it has been kept so far." })
  fulfilled: number;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "写入时间。When it was written." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}
