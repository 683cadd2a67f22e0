import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { BookingOrder } from "../../vocabulary/booking-order.ts";
import { BookingState } from "../../vocabulary/booking-state.ts";

registerEnumType(BookingState, {
  name: "BookingState",
  description: "预约状态。State of a booking.",
  valuesConfig: {
    REQUESTED: { description: "待提供单位同意。Waits for the provider's approval." },
    CONFIRMED: { description: "已确认。Confirmed." },
    DENIED: { description: "提供单位未同意。Denied by the provider." },
    CANCELLED: { description: "已取消。Cancelled, with a reason." },
    DONE: { description: "已使用。Used." },
  },
});

registerEnumType(BookingOrder, {
  name: "BookingOrder",
  description: "预约的排序。Orders of bookings.",
  valuesConfig: {
    NEWEST_FIRST: { description: "新作的在前。Those made last come first." },
    START_ASC: { description: "开始早的在前。The earliest start comes first." },
    START_DESC: { description: "开始晚的在前。The latest start comes first." },
  },
});

@ObjectType("Booking", {
  description: "预约：一段时间内使用一项资源。The use of a resource for a time.",
})
@Directive('@key(fields: "id")')
export class BookingType extends RecordType {
  @Field(() => Int, { description: "数量。How much of the resource it takes." }) quantity: number;
  @Field(() => BookingState, { description: "状态。State." }) state: BookingState;
}

export const BookingConnection = connectionOf("Booking", () => BookingType, {
  zh: "预约",
  en: "bookings",
});
