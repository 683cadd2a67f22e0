import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TITLE } from "@alliance-hub/platform/limits/text-limit";
import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";
import { CollectionRoundState } from "./collection-round.entity.ts";

/** What the inputs of a collection round take. */
export const LIMITS = { title: TITLE };

@InputType("CollectionRoundFilter", {
  description: "清单征集的筛选条件。Which collection rounds to list.",
})
export class CollectionRoundFilter extends PlaceFilter {
  @Field(() => ID, {
    nullable: true,
    description: "发起的委员会。The committee that started them.",
  })
  committeeId?: string | null;
  @Field(() => [CollectionRoundState], { nullable: true, description: "状态。States." })
  states?: CollectionRoundState[] | null;
}

@InputType("OpenCollectionRoundInput", { description: "发起清单征集。A call for lists to open." })
export class OpenCollectionRoundInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." }) committeeId: string;
  @Field(() => String, LIMITS.title) title: string;
  @Field(() => DateScalar, { description: "起（含）。First day." }) opensOn: string;
  @Field(() => DateScalar, { description: "止（含），不早于今日。Last day; not before today." })
  closesOn: string;
}

@InputType("UpdateCollectionRoundInput", {
  description:
    "更改清单征集；未给出的不变。已结束的，截止日期改为另一天、今日或以后即恢复。What to change of a call for lists; what you leave out stays as it is. One that is closed is open again if its last day becomes another one, today or later.",
})
export class UpdateCollectionRoundInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.title)) title?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "起（含）。First day." })
  opensOn?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "止（含），不早于今日。Last day; not before today.",
  })
  closesOn?: string | null;
}

@InputType("CloseCollectionRoundInput", { description: "结束清单征集。A call for lists to close." })
export class CloseCollectionRoundInput extends ChangeInput {}
