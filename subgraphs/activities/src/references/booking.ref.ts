import { Directive, Field, ID, ObjectType } from "type-graphql";

/** This subgraph adds nothing to it, so the gateway need not ask this subgraph for it. */
@ObjectType("Booking", {
  description: "预约：一段时间内使用一项资源。The use of a resource for a time.",
})
@Directive('@key(fields: "id", resolvable: false)')
export class BookingRef {
  @Field(() => ID, { description: "编号。Id." })
  id: string;
}
