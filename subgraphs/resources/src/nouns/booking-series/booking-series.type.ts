import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { TimeRangeType } from "@alliance-hub/platform/scalars/time-range";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { BookingType } from "../booking/booking.type.ts";
import { OnConflict, SeriesOutcome } from "../../vocabulary/series-date.ts";
import { RepeatEvery } from "./booking-series.entity.ts";

registerEnumType(RepeatEvery, {
  name: "RepeatEvery",
  description: "重复的单位。What a series repeats by.",
  valuesConfig: {
    WEEK: { description: "每周同一天。The same day of the week." },
    MONTH: { description: "每月同一日。The same day of the month." },
  },
});

registerEnumType(OnConflict, {
  name: "OnConflict",
  description: "有一次订不到时怎么办。What to do about a date that cannot be had.",
  valuesConfig: {
    FAIL: { description: "全部不办。Refuse all." },
    SKIP: { description: "跳过这一次。Skip that date." },
  },
});

registerEnumType(SeriesOutcome, {
  name: "SeriesOutcome",
  description: "系列中一次的结果。What becomes of a date of a series.",
  valuesConfig: {
    BOOKED: { description: "已预约。Booked." },
    WOULD_BOOK: { description: "能订到（预览）。Can be had; only a preview." },
    CHANGED: { description: "已更改。Changed." },
    WOULD_CHANGE: { description: "可以更改（预览）。Can be changed; only a preview." },
    UNCHANGED: { description: "本来如此。It is so already." },
    SKIPPED: { description: "跳过，原因见 reason。Skipped; reason says why." },
  },
});

@ObjectType("BookingSeries", {
  description:
    "系列预约：按规则重复的预约，每一次可单独更改、取消。Bookings by a rule of recurrence; each can be changed and cancelled alone.",
})
@Directive('@key(fields: "id")')
export class BookingSeriesType extends RecordType {
  @Field(() => RepeatEvery, { description: "按周或按月。By week or by month." }) every: RepeatEvery;
}

@ObjectType("SeriesDate", { description: "系列中的一次。A date of a series." })
export class SeriesDateType {
  @Field(() => TimeRangeType, {
    nullable: true,
    description: "时段；该月没有这一天则为空。The time; null where the month has no such day.",
  })
  during: TimeRangeType | null;
  @Field(() => SeriesOutcome, { description: "结果。What becomes of it." }) outcome: SeriesOutcome;
  @Field(() => String, { nullable: true, description: "订不到的原因。Why it cannot be had." })
  reason: string | null;
  @Field(() => Boolean, {
    description:
      "该年的法定节假日尚未公布，而此资源节假日不开放：公布后如遇假日，可能不能使用。Whether the public holidays of that year are not known yet, and the resource is closed on them: once they are, it may turn out that it cannot be used.",
  })
  holidaysUnknown: boolean;
  @Field(() => BookingType, { nullable: true, description: "预约。The booking." })
  booking: BookingType | null;
}

@ObjectType("BookSeriesPayload", { description: "系列预约的结果。What a series gives." })
export class BookSeriesPayload {
  @Field(() => BookingSeriesType, {
    nullable: true,
    description: "系列；预览时为空。The series; null for a preview.",
  })
  series: BookingSeriesType | null;
  @Field(() => [SeriesDateType], {
    description: "每一次，按时间。Each date, in order of time.",
  })
  dates: SeriesDateType[];
}
