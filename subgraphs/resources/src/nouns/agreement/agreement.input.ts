import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TITLE } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType } from "type-graphql";
import { CommitmentInput } from "../commitment/commitment.input.ts";
import { AgreementState } from "./agreement.entity.ts";

/** What the inputs of an agreement take. */
export const LIMITS = { title: TITLE };

@InputType("AgreementFilter", { description: "协议的筛选条件。Which agreements to list." })
export class AgreementFilter extends PlaceFilter {
  @Field(() => ID, {
    nullable: true,
    description: "所属委员会。The committee under which they are made.",
  })
  committeeId?: string | null;
  @Field(() => ID, { nullable: true, description: "其中一方。An organisation that is a party." })
  organizationId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "已提出、待这一方签署的。Proposed, and waiting for the signature of this party.",
  })
  awaitingSignatureOf?: string | null;
  @Field(() => [AgreementState], { nullable: true, description: "状态。States." })
  states?: AgreementState[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "期限止于此日之前；未选状态时只列生效中的。The term ends before this day. Without `states`, only agreements in force are listed.",
  })
  expiringBefore?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "标题或承诺事项中的文字，简繁皆可。Text in title or commitments, in simplified or traditional Chinese.",
  })
  text?: string | null;
}

@InputType("DraftAgreementInput", { description: "草拟共建协议。An agreement to draft." })
export class DraftAgreementInput extends MutationInput {
  @Field(() => ID, { description: "所属委员会。The committee under which it is made." })
  committeeId: string;
  @Field(() => String, LIMITS.title) title: string;
  @Field(() => [ID], {
    description:
      "各方，2 至 20 个不同单位，按序。The parties in order: 2 to 20 different organisations.",
  })
  partyIds: string[];
  @Field(() => DateScalar, { description: "期限起（含）。First day of the term." })
  termFrom: string;
  @Field(() => DateScalar, {
    description: "期限止（含），晚于起日。Last day of the term, after the first.",
  })
  termTo: string;
  @Field(() => [CommitmentInput], {
    nullable: true,
    description:
      "承诺事项，至多 50 条，按序。What the parties commit themselves to, in order; up to 50.",
  })
  commitments?: CommitmentInput[] | null;
  @Field(() => Audience, {
    nullable: true,
    description: "公开范围，默认委员会内。Who may see it; COMMITTEE by default.",
  })
  audience?: Audience | null;
}

@InputType("ReviseAgreementInput", {
  description:
    "修改草拟中的协议；未给出的不变。What to change of a draft; what you leave out stays as it is.",
})
export class ReviseAgreementInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.title)) title?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "期限起（含）。First day of the term." })
  termFrom?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "期限止（含）。Last day of the term." })
  termTo?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      "全部各方，取代原有的；承诺事项须属其中。All parties; they replace the present ones. Commitments must be theirs.",
  })
  partyIds?: string[] | null;
  @Field(() => Audience, { nullable: true, description: "公开范围。Who may see it." })
  audience?: Audience | null;
  @Field(() => [CommitmentInput], {
    nullable: true,
    description: "全部承诺事项，取代原有的。All commitments; they replace the present ones.",
  })
  commitments?: CommitmentInput[] | null;
}

@InputType("ProposeAgreementInput", { description: "提出协议。A draft to propose." })
export class ProposeAgreementInput extends ChangeInput {}

@InputType("DiscardAgreementInput", { description: "删除草稿。A draft to discard." })
export class DiscardAgreementInput extends ChangeInput {}

@InputType("WithdrawProposalInput", { description: "撤回提出的协议。A proposal to take back." })
export class WithdrawProposalInput extends ChangeInput {}

@InputType("TerminateAgreementInput", {
  description: "终止协议。An agreement to end before its term.",
})
export class TerminateAgreementInput extends ReasonedInput {}
