import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CommitmentType } from "./commitment.type.ts";

@InputType("CommitmentInput", { description: "一条承诺事项。One clause of an agreement." })
export class CommitmentInput {
  @Field(() => ID, { description: "承诺的一方。The party that commits itself." })
  organizationId: string;

  @Field(() => String, {
    description: "承诺内容，1 至 500 字。What is promised, 1 to 500 characters.",
  })
  clause: string;

  @Field(() => ID, {
    nullable: true,
    description: "所用资源，须为该方所提供。The resource it is about; one of that party's.",
  })
  resourceId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "每年次数，1 至 366。How often a year, 1 to 366.",
  })
  timesPerYear?: number | null;
}

@InputType("RecordFulfilmentInput", {
  description: "登记承诺兑现情况。How often a commitment has been kept.",
})
export class RecordFulfilmentInput extends RecordInput {
  @Field(() => ID, { description: "承诺事项。The commitment." })
  commitmentId: string;

  @Field(() => Int, { description: "迄今兑现次数，0 至 100000。How often so far, 0 to 100,000." })
  times: number;
}

@ObjectType("RecordFulfilmentPayload", {
  description: "登记后的承诺事项。The commitment as recorded.",
})
export class RecordFulfilmentPayload {
  @Field(() => CommitmentType, { description: "承诺事项。The commitment." })
  commitment: CommitmentType;
}
