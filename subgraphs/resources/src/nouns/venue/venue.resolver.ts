import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { ResourceRow } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import { timeOfDay } from "../../mechanisms/time-of-day/time-of-day.ts";
import * as inputs from "./venue.input.ts";
import type { Closure, PublicHolidays, VenueContext } from "./venue.loaders.ts";
import * as service from "./venue.service.ts";
import {
  BookingRulesType,
  ClosureType,
  OpeningHoursType,
  PublicHolidaysType,
  SetVenuePayload,
  VenueType,
} from "./venue.type.ts";

/** Where a resource is, when it is open and how it can be booked. */
export const ResourcePlaceFields = fields<ResourceRow, VenueContext>(() => ResourceType, {
  venue: field(
    () => VenueType,
    {
      nullable: true,
      description:
        "地址和条件；没有填写的为空。Where it is and what it has; null if nothing is said.",
    },
    ({ id }, { venues }) => venues.place.load(id),
  ),
  openingHours: field(
    () => [OpeningHoursType],
    {
      description:
        "每周开放时间；没有的为全天候。Weekly opening hours; if there are none, it is always open.",
    },
    async ({ id }, { venues }) =>
      (await venues.hours.load(id)).map(({ fromMinute, toMinute, ...hours }) => ({
        ...hours,
        from: timeOfDay(fromMinute),
        to: timeOfDay(toMinute),
      })),
  ),
  bookingRules: field(
    () => BookingRulesType,
    { description: "预约规则。How it can be booked." },
    async ({ id, approval, bufferMinutes }, { venues }) => ({
      ...service.NO_RULES,
      ...(await venues.rules.load(id)),
      approval,
      bufferMinutes,
    }),
  ),
  distanceMetres: field(
    () => Int,
    {
      nullable: true,
      description:
        "与筛选条件 near 中那一点的距离（米）；没有用 near 查找的为空。Distance from the point of the filter `near`, in metres; null where it was not asked for.",
    },
    (row) => ("distanceMetres" in row ? row.distanceMetres : null),
  ),
});

@Resolver()
export class PublicHolidaysQuery {
  @Query(() => PublicHolidaysType, {
    description:
      "国家公布的放假安排，预约规则 onHolidays 据此。The published holidays, which the booking rule onHolidays keeps.",
  })
  publicHolidays(
    @Arg("year", () => Int, { description: "年份。The year." }) year: number,
    @Ctx() { venues }: VenueContext,
  ): Promise<PublicHolidays> {
    return venues.holidays(year);
  }
}

/** When a resource cannot be used. */
@Resolver(() => ResourceType)
export class ResourceClosuresResolver {
  @FieldResolver(() => [ClosureType], {
    description:
      "时段内不能使用的时间：停用，以及不开放的法定节假日。Times within a range at which it cannot be used: blocked ones, and public holidays on which it is closed.",
  })
  closures(
    @Root() { id }: ResourceRow,
    @Arg("during", () => TimeRangeInput) during: TimeRangeInput,
    @Ctx() { venues }: VenueContext,
  ): Promise<Closure[]> {
    return venues.closures(during).load(id);
  }
}

export const VenueMutations = mutations(
  {
    payload: SetVenuePayload,
    by: { zh: "提供单位联络员", en: "the provider's liaison" },
  },
  { inputs, service },
  {
    setVenue: {
      zh: "设置地址、开放时间和预约规则；已有的预约不变，不在新的开放时间内的随答复列出",
      en: "Sets where a resource is, when it is open and how it can be booked; existing bookings stay, and those outside the new hours are listed in the answer",
    },
  },
);
