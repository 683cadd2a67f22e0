import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, Int } from "type-graphql";

/** The number of a term; that of a committee's first one has the same limits. */
export const NUMBER = countLimit(
  {
    zh: "届次，须大于以往各届",
    en: "Number: higher than that of all previous terms",
  },
  { most: 99 },
);

/** How many days ahead a term may be entered: one that is started, and one that is planned. */
export const MOST_DAYS_AHEAD = { startTerm: 31, planTerm: 3653 } as const;

/** What a next term is made of. */
@InputType()
export abstract class NextTermInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." }) committeeId: string;
  @Field(() => Int, NUMBER) number: number;
  @Field(() => DateScalar, { description: "任期止，须晚于起日。Last day, after the first." })
  endsOn: string;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      "在任委员是否留任，默认是；否则只有书记留任，直至为新一届另任书记。Whether the present members keep their seats; true by default. Otherwise only the secretary does, until another one is appointed for the new term.",
  })
  carrySeats?: boolean | null;
}

@InputType("StartTermInput", {
  description:
    "换届：登记下一届，本届至其开始的前一日为止。The next term to enter; the current one ends on the day before it begins.",
})
export class StartTermInput extends NextTermInput {
  @Field(() => DateScalar, {
    description:
      "任期起，须晚于本届的起日，至多提前 31 天登记；自该日起生效。First day: after that of the current term, and at most 31 days ahead. The term becomes current on that day.",
  })
  startsOn: string;
}

@InputType("PlanTermInput", {
  description:
    "筹备换届：本届任期内预先登记下一届及其委员，到起日零时（北京时间）接任。The next term to plan while the current one runs. It takes over when its first day begins in Asia/Shanghai.",
})
export class PlanTermInput extends NextTermInput {
  @Field(() => DateScalar, {
    description:
      "任期起，明天或以后，至多提前 10 年；本届至其前一日为止。First day: tomorrow or later, at most 10 years ahead. The current term lasts to the day before.",
  })
  startsOn: string;
}

@InputType("UpdatePlannedTermInput", {
  description: "更改筹备中的下一届；不填的不变。A planned term to change; what is left out stays.",
})
export class UpdatePlannedTermInput extends ChangeInput {
  @Field(() => Int, { ...NUMBER, nullable: true }) number?: number | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "任期起，明天或以后。First day, tomorrow or later.",
  })
  startsOn?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "任期止，须晚于起日。Last day, after the first.",
  })
  endsOn?: string | null;
}

@InputType("DiscardPlannedTermInput", {
  description:
    "取消筹备中的下一届，本届任满其原定任期。A planned term to give up; the current one then lasts to its own last day.",
})
export class DiscardPlannedTermInput extends ChangeInput {}
