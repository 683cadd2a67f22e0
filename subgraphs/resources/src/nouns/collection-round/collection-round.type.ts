import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
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
export class CollectionRoundType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => String, { description: "标题。Title." })
  title: string;

  @Field(() => DateScalar, { description: "起（含）。First day." })
  opensOn: string;

  @Field(() => DateScalar, { description: "止（含）。Last day." })
  closesOn: string;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "登记时间。When it was entered." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}

export const CollectionRoundConnection = connectionOf(
  "CollectionRound",
  () => CollectionRoundType,
  {
    zh: "清单征集",
    en: "collection rounds",
  },
);
