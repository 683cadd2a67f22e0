import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("FreeSlot", {
  description:
    "空余时段，含起不含止。A time in which some of a resource is left; the end is not included.",
})
export class FreeSlotType {
  @Field(() => DateTimeScalar, { description: "起（含）。Start, included." })
  start: Date;

  @Field(() => DateTimeScalar, { description: "止（不含）。End, not included." })
  end: Date;

  @Field(() => Int, { description: "空余数量。How much is left throughout." })
  quantity: number;
}
