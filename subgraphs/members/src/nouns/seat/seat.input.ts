import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";
import { SeatRole } from "./seat.entity.ts";

/** What the inputs of a seat take. */
export const LIMITS = {
  holderName: textLimit({ zh: "姓名", en: "Name of the person" }, { maxLength: 50 }),
};

@InputType("AppointSeatInput", {
  description:
    "任命本届委员，或筹备中的下一届的委员。A seat of the current term, or of the planned one, to fill.",
})
export class AppointSeatInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." }) committeeId: string;
  @Field(() => ID, {
    description:
      "派出单位：现有成员单位，或委员会依托的党组织。The unit that sends the person: a member unit, or the party organisation that the committee belongs to.",
  })
  organizationId: string;
  @Field(() => String, LIMITS.holderName) holderName: string;
  @Field(() => SeatRole, { description: "职务。Role." }) role: SeatRole;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "任职日期，默认今天；下一届的委员自该届起日任职。First day in office; today by default, and the first day of a planned term.",
  })
  since?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "此人的登录标识。The sign-in this person uses.",
  })
  subject?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "所属任期，默认本届；可填筹备中的下一届。The term: the current one by default, or the planned one.",
  })
  termId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "任命书记时，是否接替现任书记（同时办理其离任），默认否；下一届的书记总是替换原定人选。Whether a secretary replaces the sitting one, whose seat ends in the same step; false by default. In a planned term the new one always does.",
  })
  replaces?: boolean | null;
}

@InputType("EndSeatInput", {
  description:
    "委员离任；筹备中的下一届的委员即不再列入。A seat to end. One of a planned term is simply taken out.",
})
export class EndSeatInput extends ReasonedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "离任日期，默认今天。Last day; today by default.",
  })
  until?: string | null;
}
