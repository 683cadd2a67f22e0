import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TITLE, textLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType, Int } from "type-graphql";
import { NeedKind, NeedState } from "./need.entity.ts";

/** What the inputs of a need take. */
export const LIMITS = {
  title: TITLE,
  quantity: countLimit({ zh: "数量", en: "How much" }),
  unit: textLimit({ zh: "计量单位", en: "The unit of the quantity" }, { maxLength: 20 }),
  description: textLimit({ zh: "说明", en: "Description" }, { maxLength: 2000, multiline: true }),
};

@InputType("NeedFilter", { description: "需求的筛选条件。Which needs to list." })
export class NeedFilter extends PlaceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "标题或说明中的文字，简繁皆可。Text in title or description, in simplified or traditional Chinese.",
  })
  text?: string | null;
  @Field(() => [NeedKind], { nullable: true, description: "类型。Kinds." })
  kinds?: NeedKind[] | null;
  @Field(() => ID, { nullable: true, description: "所属委员会。The committee it was put to." })
  committeeId?: string | null;
  @Field(() => ID, { nullable: true, description: "提出单位。The unit that needs it." })
  organizationId?: string | null;
  @Field(() => [NeedState], {
    nullable: true,
    description: "状态，默认已发布。States; published ones by default.",
  })
  states?: NeedState[] | null;
  @Field(() => ID, {
    nullable: true,
    description: "清单征集。The collection round that they answer.",
  })
  collectionRoundId?: string | null;
}

@InputType("PostNeedInput", { description: "提出一项需求。A need to put on the list." })
export class PostNeedInput extends MutationInput {
  @Field(() => ID, { description: "提出单位。The unit that needs it." }) organizationId: string;
  @Field(() => String, LIMITS.title) title: string;
  @Field(() => NeedKind, { description: "类型。Kind." }) kind: NeedKind;
  @Field(() => ID, {
    nullable: true,
    description:
      "向哪个委员会提出；单位须属于它。The committee it is put to; the unit must belong to it.",
  })
  committeeId?: string | null;
  @Field(() => Audience, { description: "公开范围。Who may see it." }) audience: Audience;
  @Field(() => Int, optional(LIMITS.quantity)) quantity?: number | null;
  @Field(() => String, optional(LIMITS.unit)) unit?: string | null;
  @Field(() => String, optional(LIMITS.description)) description?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "何日之前需要，不早于今日。Day by which it is needed; not before today.",
  })
  neededBy?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "响应哪次清单征集；须属同一委员会且正在进行。The collection round that it answers. It must be open and of the same committee.",
  })
  collectionRoundId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "是否立即发布，默认存为草稿。Whether to publish at once; it stays a draft by default.",
  })
  publish?: boolean | null;
}

@InputType("UpdateNeedInput", {
  description:
    "更改需求；未给出的不变，数量、计量单位、说明、何日之前、委员会与清单征集给 null 即删去。What to change of a need; what you leave out stays as it is. A quantity, a unit, a description, a day, a committee and a collection round that are given as null are removed.",
})
export class UpdateNeedInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.title)) title?: string | null;
  @Field(() => NeedKind, { nullable: true, description: "类型。Kind." }) kind?: NeedKind | null;
  @Field(() => Int, optional(LIMITS.quantity)) quantity?: number | null;
  @Field(() => String, optional(LIMITS.unit)) unit?: string | null;
  @Field(() => String, optional(LIMITS.description)) description?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "何日之前需要，不早于今日。Day by which it is needed; not before today.",
  })
  neededBy?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "向哪个委员会提出；单位须属于它。The committee it is put to; the unit must belong to it.",
  })
  committeeId?: string | null;
  @Field(() => Audience, { nullable: true, description: "公开范围。Who may see it." })
  audience?: Audience | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "响应哪次清单征集；须属同一委员会且正在进行。The collection round that it answers. It must be open and of the same committee.",
  })
  collectionRoundId?: string | null;
}

@InputType("PublishNeedInput", {
  description:
    "要发布的草稿或误撤的需求。A draft to publish, or a need that was withdrawn by mistake.",
})
export class PublishNeedInput extends ChangeInput {}

@InputType("DiscardNeedInput", { description: "删除草稿。A draft to discard." })
export class DiscardNeedInput extends ChangeInput {}

@InputType("WithdrawNeedInput", { description: "撤回需求。A need to withdraw." })
export class WithdrawNeedInput extends ReasonedInput {}
