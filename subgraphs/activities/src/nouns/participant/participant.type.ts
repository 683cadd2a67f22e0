import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Participant", {
  description: "参加活动的单位。A unit that takes part in an activity.",
})
export class ParticipantType {
  @Field(() => Int, {
    nullable: true,
    description: "参加人次，未报则为空。Attendance; null until it is reported.",
  })
  attendance: number | null;

  @Field(() => DateTimeScalar, { description: "加入时间。When it joined." })
  joinedAt: Date;
}
