import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { CollectionRoundType } from "./collection-round.type.ts";

@InputType("OpenCollectionRoundInput", { description: "发起清单征集。A call for lists to open." })
export class OpenCollectionRoundInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." })
  committeeId: string;

  @Field(() => String, { description: "标题，1 至 100 字。Title, 1 to 100 characters." })
  title: string;

  @Field(() => DateScalar, { description: "起（含）。First day." })
  opensOn: string;

  @Field(() => DateScalar, { description: "止（含），不早于今日。Last day; not before today." })
  closesOn: string;
}

@InputType("CloseCollectionRoundInput", { description: "结束清单征集。A call for lists to close." })
export class CloseCollectionRoundInput extends RecordInput {
  @Field(() => ID, { description: "清单征集。The collection round." })
  id: string;
}

@ObjectType("OpenCollectionRoundPayload", {
  description: "发起的清单征集。The collection round opened.",
})
export class OpenCollectionRoundPayload {
  @Field(() => CollectionRoundType, { description: "清单征集。The collection round." })
  collectionRound: CollectionRoundType;
}

@ObjectType("CloseCollectionRoundPayload", {
  description: "结束的清单征集。The collection round closed.",
})
export class CloseCollectionRoundPayload {
  @Field(() => CollectionRoundType, { description: "清单征集。The collection round." })
  collectionRound: CollectionRoundType;
}
