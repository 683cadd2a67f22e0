import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { SeatRole } from "./seat.entity.ts";
import { SeatType } from "./seat.type.ts";

@InputType("AppointSeatInput", { description: "任命本届委员。A seat of the current term to fill." })
export class AppointSeatInput extends MutationInput {
  @Field(() => ID, { description: "委员会。The committee." })
  committeeId: string;

  @Field(() => ID, {
    description:
      "派出单位：现有成员单位，或委员会依托的党组织。The unit that sends the person: a member unit, or the organisation the committee stands on.",
  })
  organizationId: string;

  @Field(() => String, { description: "姓名，1 至 50 字。Name of the person, 1 to 50 characters." })
  holderName: string;

  @Field(() => SeatRole, { description: "职务。Role." })
  role: SeatRole;

  @Field(() => DateScalar, {
    nullable: true,
    description: "任职日期，默认今天。Held since; today by default.",
  })
  since?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "此人的登录标识。The sign-in this person uses.",
  })
  subject?: string | null;
}

@InputType("EndSeatInput", { description: "委员离任。A seat to end." })
export class EndSeatInput extends RecordInput {
  @Field(() => ID, { description: "席位。The seat." })
  id: string;

  @Field(() => String, { description: "原因，1 至 200 字。Why, 1 to 200 characters." })
  reason: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "离任日期，默认今天。Last day; today by default.",
  })
  until?: string | null;
}

@ObjectType("AppointSeatPayload", { description: "新任命的席位。The seat that was filled." })
export class AppointSeatPayload {
  @Field(() => SeatType, { description: "席位。The seat." })
  seat: SeatType;
}

@ObjectType("EndSeatPayload", { description: "已离任的席位。The seat that ended." })
export class EndSeatPayload {
  @Field(() => SeatType, { description: "席位。The seat." })
  seat: SeatType;
}
