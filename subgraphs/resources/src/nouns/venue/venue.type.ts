import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { BookingType } from "../booking/booking.type.ts";
import { ResourceType } from "../resource/resource.type.ts";
import { Amenity, OnHolidays } from "../../vocabulary/place.ts";

registerEnumType(Amenity, {
  name: "Amenity",
  description: "场地的便民设施。What a venue has for those who come.",
  valuesConfig: {
    CHARGING: { description: "充电。Charging." },
    DRINKING_WATER: { description: "饮水。Drinking water." },
    MICROWAVE: { description: "微波炉。Microwave oven." },
    REST: { description: "休息。A place to rest." },
    NURSING_ROOM: { description: "母婴室。Nursing room." },
    AED: { description: "AED（自动体外除颤器）。Automated external defibrillator." },
    FIRST_AID: { description: "急救药箱。First-aid kit." },
    TOILET: { description: "卫生间。Toilet." },
    WIFI: { description: "无线网络。Wi-Fi." },
    PROJECTOR: { description: "投影。Projector." },
    SOUND: { description: "音响。Sound system." },
    PARKING: { description: "停车。Parking." },
    READING: { description: "图书阅览。Books to read." },
    UMBRELLA: { description: "雨具。Umbrellas." },
    PRINTING: { description: "打印。Printing." },
  },
});

registerEnumType(OnHolidays, {
  name: "OnHolidays",
  description: "法定节假日是否开放。Whether it is open on public holidays.",
  valuesConfig: {
    OPEN: { description: "照常。As on other days." },
    CLOSED: {
      description:
        "按国家放假安排：放假日不开放，调休上班的周末按周一的时间开放。By the published calendar: closed on days off; a working day at a weekend has the hours of a Monday.",
    },
  },
});

@ObjectType("Venue", {
  description: "场地的地址和条件。Where a venue is and what it has.",
})
export class VenueType {
  @Field(() => String, { nullable: true, description: "地址。Address." })
  address: string | null;
  @Field(() => Float, { nullable: true, description: "经度（度）。Longitude, in degrees." })
  longitude: number | null;
  @Field(() => Float, { nullable: true, description: "纬度（度）。Latitude, in degrees." })
  latitude: number | null;
  @Field(() => Int, { nullable: true, description: "座位数。Seats." }) seats: number | null;
  @Field(() => Int, { nullable: true, description: "面积（平方米）。Area, in square metres." })
  areaSquareMetres: number | null;
  @Field(() => Boolean, { nullable: true, description: "是否无障碍。Whether it is barrier-free." })
  barrierFree: boolean | null;
  @Field(() => [Amenity], { description: "便民设施。Amenities." }) amenities: Amenity[];
  @Field(() => String, { nullable: true, description: "办公电话。Office telephone." })
  officePhone: string | null;
}

@ObjectType("OpeningHours", {
  description: "每周一段开放时间。One period of the weekly opening hours.",
})
export class OpeningHoursType {
  @Field(() => Int, { description: "星期几，1 为周一，7 为周日。Day of the week; 1 is Monday." })
  weekday: number;
  @Field(() => String, { description: "起，如 08:30。Start, such as 08:30." }) from: string;
  @Field(() => String, {
    description: "止，如 21:00；24:00 为当日结束。End; 24:00 is the end of the day.",
  })
  to: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "自哪日起有效；空为一直。First day on which it is valid.",
  })
  validFrom: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "至哪日有效；空为一直。Last day on which it is valid.",
  })
  validTo: string | null;
  @Field(() => String, { nullable: true, description: "备注，如夜间开放。Note." }) note:
    | string
    | null;
}

@ObjectType("Closure", {
  description:
    "不能使用的一段时间：停用，或法定节假日。A time at which it cannot be used: blocked, or a public holiday.",
})
export class ClosureType {
  @Field(() => DateTimeScalar, { description: "起（含）。Start, included." }) start: Date;
  @Field(() => DateTimeScalar, { description: "止（不含）。End, not included." }) end: Date;
  @Field(() => String, { description: "原因。Why." }) reason: string;
}

@ObjectType("PublicHoliday", {
  description:
    "国家公布的放假日或调休上班日。A published day off, or a working day instead of one.",
})
export class PublicHolidayType {
  @Field(() => DateScalar, { description: "日期。The day." }) day: string;
  @Field(() => String, { description: "节日名称。Name of the holiday." }) name: string;
  @Field(() => Boolean, {
    description: "放假为 true，调休上班为 false。True for a day off, false for a working day.",
  })
  isOff: boolean;
}

@ObjectType("PublicHolidays", { description: "一年的放假安排。The holidays of a year." })
export class PublicHolidaysType {
  @Field(() => [PublicHolidayType], {
    description:
      "放假日与调休上班日；未公布的年份为空。The days; none for a year that is not published.",
  })
  days: PublicHolidayType[];
  @Field(() => DateScalar, {
    description:
      "放假安排已公布至哪一日；其后的日子都按平日算。Until when holidays are published; days after it count as usual ones.",
  })
  publishedUntil: string;
}

@ObjectType("SetVenuePayload", {
  description: "setVenue 的结果。The result of setVenue.",
})
export class SetVenuePayload {
  @Field(() => ResourceType, { description: "资源。The resource." }) resource: ResourceType;
  @Field(() => [BookingType], {
    description:
      "尚未结束、不在开放时间内的预约，按时间，至多 100 个；它们没有取消，预约单位已得到通知。Bookings that are not over and lie outside the hours, in order of time, up to 100. They are not cancelled; the units are told.",
  })
  bookings: BookingType[];
}

@ObjectType("BookingRules", { description: "预约规则。How a resource can be booked." })
export class BookingRulesType {
  @Field(() => Boolean, {
    description: "是否须经提供单位同意。Whether bookings need the provider's approval.",
  })
  approval: boolean;
  @Field(() => Int, { description: "最少提前多少分钟。How many minutes ahead at least." })
  minNoticeMinutes: number;
  @Field(() => Int, {
    nullable: true,
    description: "最多提前多少天；空为不超过 400 天。How many days ahead at most; null means 400.",
  })
  maxAheadDays: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "按多少分钟一格预约；空为不限。Length of a slot in minutes; null means any time.",
  })
  slotMinutes: number | null;
  @Field(() => Int, {
    description: "每次预约之后留空多少分钟。Minutes that stay free after each booking.",
  })
  bufferMinutes: number;
  @Field(() => Int, {
    nullable: true,
    description:
      "每次最长多少分钟；空为不超过 31 天。Maximum length in minutes; null means 31 days.",
  })
  maxLengthMinutes: number | null;
  @Field(() => Int, {
    description:
      "预约单位最晚在开始前多少分钟取消。Until how many minutes before the start the unit that booked can cancel.",
  })
  cancelBeforeMinutes: number;
  @Field(() => OnHolidays, {
    description: "法定节假日是否开放。Whether it is open on public holidays.",
  })
  onHolidays: OnHolidays;
}
