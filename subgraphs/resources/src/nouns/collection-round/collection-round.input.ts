import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
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

@InputType("CloseCollectionRoundInput", { description: "结束清单征集。A call for lists to close." })
export class CloseCollectionRoundInput extends ChangeInput {}
