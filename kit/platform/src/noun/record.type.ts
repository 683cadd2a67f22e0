import "reflect-metadata";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../scalars/date-time.ts";

/** The fields that every record has in the graph; its type extends this. */
@ObjectType()
export abstract class RecordType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "登记时间。When it was entered." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}

/** The fields of a record that can be withdrawn. */
@ObjectType()
export abstract class WithdrawableType extends RecordType {
  @Field(() => DateTimeScalar, { nullable: true, description: "撤回时间。When it was withdrawn." })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: "撤回原因。Why it was withdrawn." })
  withdrawReason: string | null;
}
