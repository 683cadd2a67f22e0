import { Field, ObjectType } from "type-graphql";
import { BookingSeriesType, SeriesDateType } from "../booking-series/booking-series.type.ts";

@ObjectType("ChangeSeriesPayload", { description: "更改系列预约的结果。What a change gives." })
export class ChangeSeriesPayload {
  @Field(() => BookingSeriesType, { description: "系列。The series." })
  series: BookingSeriesType;
  @Field(() => [SeriesDateType], {
    description:
      "每一次想要的时段及结果，按时间；跳过的保留原时段，见其预约。The wanted time of each date, in order of time. One that is skipped keeps the time of its booking.",
  })
  dates: SeriesDateType[];
}
