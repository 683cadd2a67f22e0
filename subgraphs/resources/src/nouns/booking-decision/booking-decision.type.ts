import { Field, ObjectType } from "type-graphql";
import { BookingType } from "../booking/booking.type.ts";

@ObjectType("DecideBookingsPayload", {
  description: "一并答复的预约。The bookings that were decided together.",
})
export class DecideBookingsPayload {
  @Field(() => [BookingType], {
    description: "预约，按填写的顺序。The bookings, in the order of the input.",
  })
  bookings: BookingType[];
}
