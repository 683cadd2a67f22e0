import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
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

@InputType("StartTermInput", {
  description:
    "换届：登记下一届，本届至其开始的前一日为止。The next term to enter; the current one ends on the day before it begins.",
})
export class StartTermInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." }) committeeId: string;
  @Field(() => Int, NUMBER) number: number;
  @Field(() => DateScalar, {
    description:
      "任期起，须晚于本届的起日，至多提前 31 天登记；自该日起生效。First day: after that of the current term, and at most 31 days ahead. The term becomes current on that day.",
  })
  startsOn: string;
  @Field(() => DateScalar, { description: "任期止，须晚于起日。Last day, after the first." })
  endsOn: string;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      "在任委员是否留任，默认是。Whether the present members keep their seats; true by default.",
  })
  carrySeats?: boolean | null;
}
