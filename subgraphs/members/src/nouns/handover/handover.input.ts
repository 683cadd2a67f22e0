import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { REASON, textLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType } from "type-graphql";

/** What the inputs of a handover take. */
export const LIMITS = {
  note: textLimit({ zh: "说明", en: "What the deputy should know" }, { maxLength: 500 }),
};

/** Longest handover, in days: whoever is away for longer is replaced. */
export const MOST_DAYS = 90;
/** How many days ahead it may begin. */
export const MOST_DAYS_AHEAD = 365;

@InputType("HandOverInput", {
  description:
    "交代行：书记在一段时间内请一位副书记代为主持委员会。The secretary lets a deputy run the committee for a time.",
})
export class HandOverInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." }) committeeId: string;
  @Field(() => ID, {
    description:
      "代行者的任职：本届的一位副书记，须有登录标识。The deputy's seat: that of a deputy secretary of the current term who has a sign-in.",
  })
  seatId: string;
  @Field(() => DateScalar, {
    description: "代行起，今天或以后，一年以内。First day: today or later, within a year.",
  })
  from: string;
  @Field(() => DateScalar, {
    description:
      "代行止，至多 90 天，不晚于本届任期止。Last day: at most 90 days in all, and no later than the term's last day.",
  })
  until: string;
  @Field(() => String, { ...LIMITS.note, nullable: true }) note?: string | null;
}

@InputType("EndHandoverInput", {
  description: "结束代行；代行者也可以谢绝。A handover to end; the deputy may decline it, too.",
})
export class EndHandoverInput extends ChangeInput {
  @Field(() => String, { ...REASON, nullable: true }) reason?: string | null;
}
