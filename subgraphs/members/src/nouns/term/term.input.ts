import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, Int } from "type-graphql";

@InputType("StartTermInput", {
  description: "换届：结束本届，开启下一届。The next term to start; the current one ends with it.",
})
export class StartTermInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." }) committeeId: string;
  @Field(() => Int, {
    description: "届次，须大于以往各届，至多 99。Number, above all terms before; 99 at most.",
  })
  number: number;
  @Field(() => DateScalar, {
    description:
      "任期起，须晚于本届的起日，至多 31 天之后：换届即时生效。First day, after that of the current term and at most 31 days ahead: the term is current at once.",
  })
  startsOn: string;
  @Field(() => DateScalar, { description: "任期止，须晚于起日。Last day, after the first." })
  endsOn: string;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      "在任委员是否留任，默认是。Whether those who sit now go on sitting; true by default.",
  })
  carrySeats?: boolean | null;
}
