import "reflect-metadata";
import { Field, ID, InputType, Int } from "type-graphql";

/** What every mutation's input carries. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      "幂等键：同一调用者以同一键重发，只办理一次，答复相同。If the same caller sends the same key again, the change is made only once and the answer is the same.",
  })
  idempotencyKey?: string | null;
}

/** Input of a mutation that changes one record. */
@InputType()
export abstract class RecordInput extends MutationInput {
  @Field(() => Int, {
    nullable: true,
    description:
      "所依据的版本；与当前版本不符的，答复 CONFLICT。The version you worked from; CONFLICT if it is no longer the current one.",
  })
  version?: number | null;
}

/** Input of a mutation that names the record by its `id`. */
@InputType()
export abstract class ChangeInput extends RecordInput {
  @Field(() => ID, { description: "编号。Id of the record." })
  id: string;
}
