import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { AgreementState } from "./agreement.entity.ts";

registerEnumType(AgreementState, {
  name: "AgreementState",
  description: "协议状态。States of an agreement.",
  valuesConfig: {
    DRAFT: { description: "草拟，可修改。Being drafted; the text may change." },
    PROPOSED: {
      description: "已提出，文本固定，待各方签署。Proposed: the text is fixed, the parties sign.",
    },
    ACTIVE: { description: "生效，各方均已签署。In force: all parties have signed." },
    EXPIRED: { description: "期满。In force once; its term is over." },
    TERMINATED: { description: "终止，附原因。Ended before its term, with a reason." },
  },
});

@ObjectType("Agreement", {
  description:
    "共建协议：两个以上单位就一段期限内的承诺事项所订。What two or more organisations commit themselves to for a term.",
})
@Directive('@key(fields: "id")')
export class AgreementType extends RecordType {
  @Field(() => String, { description: "标题。Title." }) title: string;
  @Field(() => DateScalar, { description: "期限起（含）。First day of the term." })
  termFrom: string;
  @Field(() => DateScalar, { description: "期限止（含）。Last day of the term." }) termTo: string;
  @Field(() => Audience, {
    description:
      "公开范围；草拟时仅各方可见。Who may see it; a draft only its parties and who runs the committee.",
  })
  audience: Audience;
  @Field(() => String, {
    nullable: true,
    description:
      "所提文本的摘要：规范化 JSON 的 SHA-256，各方所签即此；草拟时为空。SHA-256 of the proposed text, which every signature is for; null in a draft.",
  })
  contentHash: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "提出时间。When it was proposed." })
  proposedAt: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "生效时间。When the last party signed.",
  })
  activatedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "终止时间。When it was terminated." })
  terminatedAt: Date | null;
  @Field(() => String, { nullable: true, description: "终止原因。Why it was terminated." })
  terminateReason: string | null;
}

export const AgreementConnection = connectionOf("Agreement", () => AgreementType, {
  zh: "共建协议",
  en: "agreements",
});
