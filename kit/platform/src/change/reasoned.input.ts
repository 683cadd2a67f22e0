import "reflect-metadata";
import { Field, InputType } from "type-graphql";
import { ChangeInput } from "./mutation.input.ts";
import { REASON } from "../limits/text-limit.ts";

/** Input of a mutation that changes a record for a reason. */
@InputType()
export abstract class ReasonedInput extends ChangeInput {
  @Field(() => String, REASON)
  reason: string;
}
