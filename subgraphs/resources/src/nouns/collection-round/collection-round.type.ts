import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { CollectionRoundState } from "./collection-round.entity.ts";

registerEnumType(CollectionRoundState, {
  name: "CollectionRoundState",
  description: "清单征集的状态。State of a collection round.",
  valuesConfig: {
    OPEN: { description: "进行中。Open." },
    CLOSED: { description: "已结束。Closed." },
  },
});

@ObjectType("CollectionRound", {
  description: "清单征集：委员会定期征集清单。A committee's call for lists.",
})
@Directive('@key(fields: "id")')
export class CollectionRoundType extends RecordType {
  @Field(() => String, { description: "标题。Title." }) title: string;
  @Field(() => DateScalar, { description: "起（含）。First day." }) opensOn: string;
  @Field(() => DateScalar, { description: "止（含）。Last day." }) closesOn: string;
}

export const CollectionRoundConnection = connectionOf(
  "CollectionRound",
  () => CollectionRoundType,
  {
    zh: "清单征集",
    en: "collection rounds",
  },
);
