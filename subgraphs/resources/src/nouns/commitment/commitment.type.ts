import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Commitment", {
  description: "承诺事项：协议的一条。One clause of an agreement: who gives what, how often.",
})
export class CommitmentType extends RecordType {
  @Field(() => String, { description: "承诺内容。What is promised." }) clause: string;
  @Field(() => Int, { nullable: true, description: "每年次数。How often a year." })
  timesPerYear: number | null;
  @Field(() => Int, { description: "已兑现次数。How often it has been kept so far." })
  fulfilled: number;
}
