import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { NeedKind, NeedState } from "./need.entity.ts";
import { NeedType } from "./need.type.ts";

@InputType("NeedFilter", { description: "需求的筛选条件。Which needs to list." })
export class NeedFilter {
  @Field(() => String, {
    nullable: true,
    description: "标题或说明中的文字，简繁皆可。Text in title or description, in either script.",
  })
  text?: string | null;

  @Field(() => [NeedKind], { nullable: true, description: "类型。Kinds." })
  kinds?: NeedKind[] | null;

  @Field(() => ID, { nullable: true, description: "所属委员会。The committee it was put to." })
  committeeId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "此地及其下级。In that place and all below it.",
  })
  regionCode?: string | null;

  @Field(() => ID, { nullable: true, description: "提出单位。The unit that asks." })
  organizationId?: string | null;

  @Field(() => [NeedState], {
    nullable: true,
    description: "状态，默认已发布。States; published ones by default.",
  })
  states?: NeedState[] | null;

  @Field(() => ID, { nullable: true, description: "清单征集。The collection round it came in by." })
  collectionRoundId?: string | null;
}

@InputType("PostNeedInput", { description: "提出一项需求。A need to put on the list." })
export class PostNeedInput extends MutationInput {
  @Field(() => ID, { description: "提出单位。The unit that asks." })
  organizationId: string;

  @Field(() => String, { description: "标题，1 至 100 字。Title, 1 to 100 characters." })
  title: string;

  @Field(() => NeedKind, { description: "类型。Kind." })
  kind: NeedKind;

  @Field(() => ID, {
    nullable: true,
    description:
      "向哪个委员会提出；单位须属于它。The committee it is put to; the unit must belong to it.",
  })
  committeeId?: string | null;

  @Field(() => Audience, { description: "公开范围。Who may see it." })
  audience: Audience;

  @Field(() => Int, {
    nullable: true,
    description: "数量，1 至 1000000。How much, 1 to 1,000,000.",
  })
  quantity?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "计量单位，至多 20 字。What the quantity counts, up to 20 characters.",
  })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "说明，至多 2000 字。Description, up to 2,000 characters.",
  })
  description?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "何日之前需要，不早于今日。Day by which it is needed; not before today.",
  })
  neededBy?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "应哪次清单征集而提；须为同一委员会且正在进行。The collection round it answers: of the same committee, and open.",
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

@InputType("PublishNeedInput", { description: "发布草稿。A draft to publish." })
export class PublishNeedInput extends RecordInput {
  @Field(() => ID, { description: "需求。The need." })
  id: string;
}

@InputType("WithdrawNeedInput", { description: "撤回需求。A need to withdraw." })
export class WithdrawNeedInput extends RecordInput {
  @Field(() => ID, { description: "需求。The need." })
  id: string;

  @Field(() => String, { description: "原因，1 至 200 字。Why, 1 to 200 characters." })
  reason: string;
}

@ObjectType("PostNeedPayload", { description: "提出的需求。The need posted." })
export class PostNeedPayload {
  @Field(() => NeedType, { description: "需求。The need." })
  need: NeedType;
}

@ObjectType("PublishNeedPayload", { description: "发布的需求。The need published." })
export class PublishNeedPayload {
  @Field(() => NeedType, { description: "需求。The need." })
  need: NeedType;
}

@ObjectType("WithdrawNeedPayload", { description: "撤回的需求。The need withdrawn." })
export class WithdrawNeedPayload {
  @Field(() => NeedType, { description: "需求。The need." })
  need: NeedType;
}
