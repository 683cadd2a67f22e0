import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Booking", {
  description: "预约：一段时间内使用一项资源。The use of a resource for a time.",
})
@Directive('@key(fields: "id")')
export class BookingRef {
  @Field(() => ID, { description: "编号。Id." })
  id: string;
}
