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
    DRAFT: { description: "草稿，可修改。Draft: the text can change." },
    PROPOSED: {
      description:
        "已提出，文本不能再修改，待各方签署。Proposed: the text cannot change, the parties can sign.",
    },
    ACTIVE: { description: "生效，各方均已签署。In force: all parties have signed." },
    EXPIRED: { description: "期满。It was in force, and its term is over." },
    TERMINATED: { description: "终止，附原因。Ended before its term, with a reason." },
  },
});

@ObjectType("Agreement", {
  description:
    "共建协议：两个以上单位就一定期限内的承诺事项订立。An agreement of two or more organisations on what they commit themselves to for a term.",
})
@Directive('@key(fields: "id")')
export class AgreementType extends RecordType {
  @Field(() => String, { description: "标题。Title." }) title: string;
  @Field(() => DateScalar, { description: "期限起（含）。First day of the term." })
  termFrom: string;
  @Field(() => DateScalar, { description: "期限止（含）。Last day of the term." }) termTo: string;
  @Field(() => Audience, {
    description:
      "公开范围；草拟时仅各方可见。Who may see it. A draft is for its parties and whoever runs the committee.",
  })
  audience: Audience;
  @Field(() => String, {
    nullable: true,
    description:
      "所提文本的摘要：规范化 JSON 的 SHA-256，各方签署的即为此摘要；草拟时为空。SHA-256 of the proposed text as canonical JSON. Each party signs this hash. Null for a draft.",
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
