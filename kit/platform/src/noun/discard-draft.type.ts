import "reflect-metadata";
import { Field, ID, ObjectType } from "type-graphql";

/** What the mutations that discard a draft answer with: the record is gone. */
@ObjectType("DiscardDraftPayload", {
  description: "删除草稿的结果。The result of discarding a draft.",
})
export class DiscardDraftPayload {
  @Field(() => ID, { description: "草稿的编号。Id that the draft had." }) id: string;
}
