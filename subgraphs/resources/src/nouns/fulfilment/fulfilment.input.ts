import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { Field, ID, InputType, Int } from "type-graphql";

/** How often a commitment has been kept. */
export const TIMES = countLimit(
  { zh: "迄今兑现次数", en: "How often so far" },
  { least: 0, most: 100_000 },
);

@InputType("RecordFulfilmentInput", {
  description: "登记承诺兑现情况。How often a commitment has been kept.",
})
export class RecordFulfilmentInput extends RecordInput {
  @Field(() => ID, { description: "承诺事项。The commitment." }) commitmentId: string;
  @Field(() => Int, TIMES) times: number;
}
