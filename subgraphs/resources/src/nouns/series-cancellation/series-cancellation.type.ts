import { Field, ObjectType } from "type-graphql";
import { BookingType } from "../booking/booking.type.ts";
import { BookingSeriesType, SeriesDateType } from "../booking-series/booking-series.type.ts";

@ObjectType("CancelSeriesPayload", {
  description: "取消系列预约的结果。What cancelling a series gives.",
})
export class CancelSeriesPayload {
  @Field(() => BookingSeriesType, { description: "系列。The series." })
  series: BookingSeriesType;
  @Field(() => [BookingType], {
    description: "已取消的预约，按时间。The bookings that were cancelled, in order of time.",
  })
  cancelled: BookingType[];
  @Field(() => [SeriesDateType], {
    description:
      "未取消的各次及原因，例如已过取消的时限。The dates that stay, with the reason, such as that it is too late.",
  })
  skipped: SeriesDateType[];
}
