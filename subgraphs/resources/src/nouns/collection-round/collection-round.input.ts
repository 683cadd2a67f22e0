import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { TITLE } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";

/** What the inputs of a collection round take. */
export const LIMITS = { title: TITLE };

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
