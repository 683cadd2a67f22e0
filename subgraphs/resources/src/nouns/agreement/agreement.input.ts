import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";
import { AgreementState } from "./agreement.entity.ts";

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

@InputType("ProposeAgreementInput", { description: "提出协议。A draft to propose." })
export class ProposeAgreementInput extends ChangeInput {}

@InputType("WithdrawProposalInput", { description: "撤回提出的协议。A proposal to take back." })
export class WithdrawProposalInput extends ChangeInput {}

@InputType("TerminateAgreementInput", {
  description: "终止协议。An agreement to end before its term.",
})
export class TerminateAgreementInput extends ReasonedInput {}
