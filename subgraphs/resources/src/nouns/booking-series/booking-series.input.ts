import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Field, ID, InputType, Int } from "type-graphql";
import { LIMITS, QUANTITY } from "../booking/booking.input.ts";
import { OnConflict } from "../../vocabulary/series-date.ts";
import { RepeatEvery } from "./booking-series.entity.ts";

/** How many dates a series has at most. */
export const MOST_DATES = 200;

/** What a rule of recurrence takes. */
export const REPEAT_LIMITS = {
  interval: countLimit(
    { zh: "每隔几周或几月，默认 1", en: "Every so many weeks or months; one by default" },
    { most: 52 },
  ),
  count: countLimit(
    { zh: "共几次；与 until 二选一", en: "How many dates; give this or until" },
    { most: MOST_DATES },
  ),
};

@InputType("RepeatInput", {
  description:
    "重复的规则：until 与 count 须填一项。A rule of recurrence; give one of until and count.",
})
export class RepeatInput {
  @Field(() => RepeatEvery, { description: "按周或按月。By week or by month." }) every: RepeatEvery;
  @Field(() => Int, { ...optional(REPEAT_LIMITS.interval), defaultValue: 1 })
  interval?: number | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "最后一天（含）；与 count 二选一。The last day, included; give this or count.",
  })
  until?: string | null;
  @Field(() => Int, optional(REPEAT_LIMITS.count)) count?: number | null;
}

@InputType("BookSeriesInput", { description: "系列预约。A series to book." })
export class BookSeriesInput extends MutationInput {
  @Field(() => ID, { description: "资源。The resource." }) resourceId: string;
  @Field(() => ID, { description: "预约单位。The unit that books." }) organizationId: string;
  @Field(() => TimeRangeInput, {
    description: "第一次的时段，不超过 6 天。The time of the first date, up to 6 days long.",
  })
  during: TimeRangeInput;
  @Field(() => RepeatInput, {
    description:
      "重复的规则，按北京时间的日历，至多 200 次；没有这一天的月份跳过。How it repeats, by the calendar in Asia/Shanghai, up to 200 dates; months without that day are skipped.",
  })
  repeat: RepeatInput;
  @Field(() => Int, { ...optional(QUANTITY), defaultValue: 1 }) quantity?: number | null;
  @Field(() => String, optional(LIMITS.purpose)) purpose?: string | null;
  @Field(() => OnConflict, {
    defaultValue: "FAIL",
    description:
      "有一次订不到时：全部不订，或跳过这一次。If a date cannot be had: refuse all, or skip that date.",
  })
  onConflict: OnConflict;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "只预览每一次能否订到，不预约。Only shows what each date would give; nothing is booked.",
  })
  preview: boolean;
}
