import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { TITLE } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Field, ID, InputType } from "type-graphql";
import { CommitmentInput } from "../commitment/commitment.input.ts";

/** What the inputs of an agreement take. */
export const LIMITS = { title: TITLE };

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

@InputType("DiscardAgreementInput", { description: "删除草稿。A draft to discard." })
export class DiscardAgreementInput extends ChangeInput {}
