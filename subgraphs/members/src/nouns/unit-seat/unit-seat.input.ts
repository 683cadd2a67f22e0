import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";

/** What the inputs of a seat in a unit take. */
export const LIMITS = {
  holderName: textLimit({ zh: "姓名", en: "Name of the person" }, { maxLength: 50 }),
  role: textLimit(
    { zh: "所任职务，如“业委会委员”", en: 'Office, such as "member of the owners\' committee"' },
    { maxLength: 50 },
  ),
};

@InputType("AppointUnitSeatInput", {
  description:
    "登记交叉任职：一个单位的人到另一个单位任职。A person of one organisation who takes a seat in another one.",
})
export class AppointUnitSeatInput extends MutationInput {
  @Field(() => ID, {
    description:
      "任职的单位，如业主委员会、物业公司。The body: an owners' committee or a property company, for example.",
  })
  bodyId: string;
  @Field(() => ID, { description: "派出单位。The organisation that sends the person." })
  organizationId: string;
  @Field(() => String, LIMITS.holderName) holderName: string;
  @Field(() => String, LIMITS.role) role: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "任职日期，默认今天。First day in office; today by default.",
  })
  since?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "所依据的共建协议，可不填。The agreement by which this is so, if there is one.",
  })
  agreementId?: string | null;
}

@InputType("UpdateUnitSeatInput", {
  description:
    "更正交叉任职的登记；未给出的不变，协议给 null 即删去。What to correct of a seat in a unit; what you leave out stays as it is. An agreement that is given as null is removed.",
})
export class UpdateUnitSeatInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.holderName)) holderName?: string | null;
  @Field(() => String, optional(LIMITS.role)) role?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "任职日期，不晚于离任日期。First day in office, not after the last one.",
  })
  since?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "所依据的共建协议，可不填。The agreement by which this is so, if there is one.",
  })
  agreementId?: string | null;
}

@InputType("EndUnitSeatInput", { description: "结束交叉任职。A seat in a unit to end." })
export class EndUnitSeatInput extends ReasonedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "离任日期，默认今天。Last day; today by default.",
  })
  until?: string | null;
}
