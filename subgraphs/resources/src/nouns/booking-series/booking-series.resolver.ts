import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Int } from "type-graphql";
import { BookingConnection, BookingType } from "../booking/booking.type.ts";
import type { BookingRow } from "../booking/booking.loaders.ts";
import * as inputs from "./booking-series.input.ts";
import type { BookingSeriesContext, BookingSeriesRow } from "./booking-series.loaders.ts";
import * as service from "./booking-series.service.ts";
import { BookSeriesPayload, BookingSeriesType } from "./booking-series.type.ts";

export const SeriesOfBooking = fields<BookingRow, BookingSeriesContext>(() => BookingType, {
  series: field(
    () => BookingSeriesType,
    {
      nullable: true,
      description:
        "所属的系列；仅双方与委员会可见。The series that it belongs to. Only both sides and whoever runs the committee can see it.",
    },
    ({ seriesId }, { bookingSeries }) => (seriesId ? bookingSeries.byId.load(seriesId) : null),
  ),
});

export const SeriesFields = fields<BookingSeriesRow, BookingSeriesContext>(
  () => BookingSeriesType,
  {
    interval: field(
      () => Int,
      { description: "每隔几周或几月。Every so many weeks or months." },
      ({ step }) => step,
    ),
    answerBy: field(
      () => DateTimeScalar,
      {
        nullable: true,
        description:
          "连续无人使用时，预约单位应在此前答复是否保留其余各次（keepSeries 或 cancelSeries）；无须答复则为空。Until when its unit should say whether it keeps the rest (keepSeries or cancelSeries), if nobody came twice running; null if nobody asks.",
      },
      ({ id }, { bookingSeries }) => bookingSeries.answerBy.load(id),
    ),
    awaiting: field(
      () => [BookingType],
      {
        description:
          "待提供单位答复、还没有开始的各次，按时间；可用 decideBookings 一并答复。Its dates that await the provider's answer and have not begun, in order of time; decideBookings decides them together.",
      },
      ({ id }, { bookings }) => bookings.awaitingOfSeries.load(id),
    ),
  },
);

export const SeriesBookings = connectionField({
  on: () => BookingSeriesType,
  name: "bookings",
  connection: BookingConnection,
  description: "系列中的预约，按开始时间。Its bookings, in order of time.",
  pages: ({ bookings }: BookingSeriesContext) => bookings.ofSeries,
});

export const BookSeriesMutation = mutations(
  { payload: BookSeriesPayload, by: { zh: "预约单位联络员", en: "the unit's liaison" } },
  { inputs, service },
  {
    bookSeries: {
      zh: "按规则重复预约一项资源，可先预览每一次能否订到",
      en: "Books a resource by a rule of recurrence; a preview shows what each date would give",
    },
  },
);
