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

@InputType("AppointSeatInput", { description: "任命本届委员。A seat of the current term to fill." })
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
    description: "任职日期，默认今天。First day in office; today by default.",
  })
  since?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "此人的登录标识。The sign-in this person uses.",
  })
  subject?: string | null;
}

@InputType("EndSeatInput", { description: "委员离任。A seat to end." })
export class EndSeatInput extends ReasonedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "离任日期，默认今天。Last day; today by default.",
  })
  until?: string | null;
}
