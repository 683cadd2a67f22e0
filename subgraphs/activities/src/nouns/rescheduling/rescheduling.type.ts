import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ObjectType } from "type-graphql";

@ObjectType("Rescheduling", {
  description: "改期：活动从何时改到何时。A move of an activity to another time.",
})
export class ReschedulingType {
  @Field(() => DateTimeScalar, { description: "何时改的。When it was moved." })
  at: Date;

  @Field(() => String, {
    nullable: true,
    description: "原因；未说明则为空。Why; null if nobody said.",
  })
  reason: string | null;
}
