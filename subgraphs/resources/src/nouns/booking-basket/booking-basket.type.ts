import { Field, ObjectType } from "type-graphql";
import { BookingType } from "../booking/booking.type.ts";

@ObjectType("BookBasketPayload", {
  description: "一并作出的预约。The bookings that were made together.",
})
export class BookBasketPayload {
  @Field(() => [BookingType], {
    description: "预约，按填写的顺序。The bookings, in the order of the items.",
  })
  bookings: BookingType[];
}
