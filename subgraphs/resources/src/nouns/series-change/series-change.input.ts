import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, InputType, Int } from "type-graphql";
import { STARTING_TIME } from "../../mechanisms/time-of-day/time-of-day.ts";
import { OnConflict } from "../../vocabulary/series-date.ts";
import { LIMITS, QUANTITY } from "../booking/booking.input.ts";
import { WEEKDAY } from "../venue/venue.input.ts";

/** What a change of a series takes. */
export const CHANGE_LIMITS = {
  startTime: STARTING_TIME,
  lengthMinutes: countLimit(
    { zh: "每次多少分钟", en: "Length of each date in minutes" },
    { most: 6 * 24 * 60 },
  ),
  weekday: WEEKDAY,
  quantity: QUANTITY,
};

@InputType("ChangeSeriesInput", {
  description:
    "自某日起更改系列预约，未填的不变，用途给 null 即删去。A change of a series from a day on; what is left out stays. A purpose that is given as null is removed.",
})
export class ChangeSeriesInput extends ChangeInput {
  @Field(() => DateScalar, {
    description:
      "自哪日起（含）：更改此日起尚未开始的各次。First day: dates from then on that have not begun are changed.",
  })
  from: string;
  @Field(() => String, optional(STARTING_TIME)) startTime?: string | null;
  @Field(() => Int, optional(CHANGE_LIMITS.lengthMinutes)) lengthMinutes?: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "改到同一周的星期几，1 至 7，1 为周一；按月的系列不能改。Day of the same week, 1 to 7, 1 is Monday; only for series by week.",
  })
  weekday?: number | null;
  @Field(() => Int, optional(QUANTITY)) quantity?: number | null;
  @Field(() => String, optional(LIMITS.purpose)) purpose?: string | null;
  @Field(() => OnConflict, {
    defaultValue: "FAIL",
    description:
      "有一次订不到新时段时：全部不改，或跳过这一次，保留原时段。If a date cannot have its new time: refuse all, or skip that date, which keeps its time.",
  })
  onConflict: OnConflict;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "只预览每一次能否更改，不更改。Only shows what would become of each date; nothing is changed.",
  })
  preview: boolean;
}
