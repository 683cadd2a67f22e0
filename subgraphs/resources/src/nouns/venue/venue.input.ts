import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, Float, ID, InputType, Int } from "type-graphql";
import { Amenity, OnHolidays } from "../../vocabulary/place.ts";
import { TIME_OF_DAY } from "../../mechanisms/time-of-day/time-of-day.ts";

/** What only venues have. */
export const VENUE_LIMITS = {
  address: textLimit({ zh: "地址", en: "Address" }, { maxLength: 200 }),
  longitude: countLimit(
    { zh: "经度（度）", en: "Longitude, in degrees" },
    { least: -180, most: 180 },
  ),
  latitude: countLimit({ zh: "纬度（度）", en: "Latitude, in degrees" }, { least: -90, most: 90 }),
  seats: countLimit({ zh: "座位数", en: "Seats" }),
  areaSquareMetres: countLimit(
    { zh: "面积（平方米）", en: "Area, in square metres" },
    { most: 10_000_000 },
  ),
  officePhone: textLimit({ zh: "办公电话", en: "Office telephone" }, { maxLength: 40 }),
};

/** What the rules of booking take. */
export const RULE_LIMITS = {
  minNoticeMinutes: countLimit(
    { zh: "最少提前多少分钟", en: "How many minutes ahead at least" },
    { least: 0, most: 525_600 },
  ),
  maxAheadDays: countLimit(
    { zh: "最多提前多少天", en: "How many days ahead at most" },
    { most: 400 },
  ),
  slotMinutes: countLimit(
    { zh: "按多少分钟一格预约", en: "Length of a slot, in minutes" },
    { most: 1440 },
  ),
  bufferMinutes: countLimit(
    { zh: "每次预约之后留空多少分钟", en: "Minutes that stay free after each booking" },
    { least: 0, most: 1440 },
  ),
  maxLengthMinutes: countLimit(
    { zh: "每次最长多少分钟", en: "Maximum length of a booking, in minutes" },
    { most: 44_640 },
  ),
  cancelBeforeMinutes: countLimit(
    {
      zh: "预约单位最晚在开始前多少分钟取消",
      en: "Until how many minutes before the start the unit that booked can cancel",
    },
    { least: 0, most: 525_600 },
  ),
};

/** Maximum number of periods of a week. */
export const MOST_HOURS = 100;
export const WEEKDAY = countLimit(
  { zh: "星期几，1 为周一", en: "Day of the week; 1 is Monday" },
  { most: 7 },
);
export const HOURS_NOTE = textLimit({ zh: "备注", en: "Note" }, { maxLength: 100 });

@InputType("OpeningHoursInput", {
  description: "每周一段开放时间。One period of the weekly opening hours.",
})
export class OpeningHoursInput {
  @Field(() => Int, WEEKDAY) weekday: number;
  @Field(() => String, TIME_OF_DAY) from: string;
  @Field(() => String, TIME_OF_DAY) to: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "自哪日起有效；空为一直。First day on which it is valid; null means always.",
  })
  validFrom?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "至哪日有效；空为一直。Last day on which it is valid; null means always.",
  })
  validTo?: string | null;
  @Field(() => String, optional(HOURS_NOTE)) note?: string | null;
}

@InputType("BookingRulesInput", {
  description:
    "预约规则；未给出的不变，给 null 即取消该项规则。Rules of booking; what you leave out stays as it is, and null removes a rule.",
})
export class BookingRulesInput {
  @Field(() => Boolean, {
    nullable: true,
    description: "是否须经提供单位同意。Whether bookings need the provider's approval.",
  })
  approval?: boolean | null;
  @Field(() => Int, optional(RULE_LIMITS.minNoticeMinutes)) minNoticeMinutes?: number | null;
  @Field(() => Int, optional(RULE_LIMITS.maxAheadDays)) maxAheadDays?: number | null;
  @Field(() => Int, optional(RULE_LIMITS.slotMinutes)) slotMinutes?: number | null;
  @Field(() => Int, optional(RULE_LIMITS.bufferMinutes)) bufferMinutes?: number | null;
  @Field(() => Int, optional(RULE_LIMITS.maxLengthMinutes)) maxLengthMinutes?: number | null;
  @Field(() => Int, optional(RULE_LIMITS.cancelBeforeMinutes)) cancelBeforeMinutes?: number | null;
  @Field(() => OnHolidays, {
    nullable: true,
    description: "法定节假日是否开放。Whether it is open on public holidays.",
  })
  onHolidays?: OnHolidays | null;
}

@InputType("SetVenueInput", {
  description:
    "设置资源的地址、开放时间和预约规则；未给出的不变，给 null 即删去。地址和条件仅场地可填。Where a resource is, when it is open and how it can be booked. What you leave out stays as it is, null removes it. Only venues have an address and what follows from it.",
})
export class SetVenueInput extends RecordInput {
  @Field(() => ID, { description: "资源。The resource." }) resourceId: string;
  @Field(() => String, optional(VENUE_LIMITS.address)) address?: string | null;
  @Field(() => Float, optional(VENUE_LIMITS.longitude)) longitude?: number | null;
  @Field(() => Float, optional(VENUE_LIMITS.latitude)) latitude?: number | null;
  @Field(() => Int, optional(VENUE_LIMITS.seats)) seats?: number | null;
  @Field(() => Int, optional(VENUE_LIMITS.areaSquareMetres)) areaSquareMetres?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "是否无障碍。Whether it is barrier-free.",
  })
  barrierFree?: boolean | null;
  @Field(() => [Amenity], { nullable: true, description: "便民设施。Amenities." })
  amenities?: Amenity[] | null;
  @Field(() => String, optional(VENUE_LIMITS.officePhone)) officePhone?: string | null;
  @Field(() => [OpeningHoursInput], {
    nullable: true,
    description:
      "每周开放时间，至多 100 段，整体替换；空列表或 null 为全天候。Weekly opening hours, up to 100 periods, which replace the previous ones; none means that it is always open.",
  })
  openingHours?: OpeningHoursInput[] | null;
  @Field(() => BookingRulesInput, {
    nullable: true,
    description: "预约规则。Rules of booking.",
  })
  bookingRules?: BookingRulesInput | null;
}
