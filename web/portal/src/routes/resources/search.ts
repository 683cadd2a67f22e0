import {
  countReader,
  oneOf,
  readDay,
  readText,
  readTime,
  searchReader,
  wordOf,
} from "../../app/address.ts";
import type { ResourceFilter, ResourceKind } from "../../graph/generated/graphql.ts";
import { showMetres } from "../../words/place.ts";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import { type TimeWish, chosenTime, rangeOfTime, showChosenTime } from "../../words/chosen-time.ts";
import { type Day, addDays, dayOf, instantAt } from "../../words/time.ts";
import type { Position } from "./position.ts";

/** How far is near, in metres, if nothing is said; and the most, as the hub has it. */
export const [DEFAULT_METRES, MOST_METRES] = [5000, 100_000] as const;

/** How many days ahead anything can be booked, as the hub has it, whatever a provider's own rule. */
export const MOST_DAYS_AHEAD = 400;

/** How many days a booking may last, as the hub has it. */
export const MOST_DAYS = 31;

/** What the list of resources is filtered by, as it stands in the page's address. */
export interface ResourceSearch {
  readonly text?: string | undefined;
  readonly kind?: ResourceKind | undefined;
  readonly place?: string | undefined;
  readonly seats?: number | undefined;
  readonly day?: Day | undefined;
  /** Where the time ends on a later day. */
  readonly lastDay?: Day | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Id of the unit that offers them; drafts and what was withdrawn are shown as well then. */
  readonly unit?: string | undefined;
  /** What is near a point comes first: longitude and latitude with a comma between, `here`, or the id of a venue. */
  readonly near?: string | undefined;
  /** Within how many metres of that point. Default: {@link DEFAULT_METRES}. */
  readonly within?: number | undefined;
  /** Default: cards. */
  readonly view?: "list" | undefined;
}

export const readResourceSearch = searchReader<ResourceSearch>({
  text: readText,
  kind: oneOf(RESOURCE_KINDS),
  place: readText,
  seats: countReader(),
  day: readDay,
  lastDay: readDay,
  from: readTime,
  to: readTime,
  unit: readText,
  near: readText,
  within: countReader(MOST_METRES),
  view: wordOf("list"),
});

/** The time that is asked for, once all of it is, if it can be booked at all: for any other the hub lists nothing. */
export const searchedTime = (search: ResourceSearch) =>
  faultOfTime(search) ? undefined : chosenTime(search);

/** What is wrong with the time that is asked for, and at which field. */
export function faultOfTime(
  { day, lastDay = day, from, to }: ResourceSearch,
  now = new Date(),
): { readonly at: "day" | "lastDay" | "from" | "to"; readonly words: string } | undefined {
  if (day !== undefined && day < dayOf(now))
    return { at: "day", words: "这一天已经过去了，请从今天起选。" };
  const last = now.getTime() + MOST_DAYS_AHEAD * 86_400_000;
  if (lastDay !== undefined && Date.parse(instantAt(lastDay, to ?? "00:00")) > last)
    return { at: "day", words: `最多提前 ${MOST_DAYS_AHEAD} 天预约，请选近一些的日子。` };
  const fault = faultOfDays({ day, lastDay });
  if (fault !== undefined) return { at: "lastDay", words: fault };
  if (day === lastDay && from !== undefined && to !== undefined && from >= to)
    return { at: "to", words: "结束时间要晚于开始时间。" };
  if (day !== undefined && from !== undefined && Date.parse(instantAt(day, from)) < now.getTime())
    return { at: "from", words: "这个时间已经过去了，请从现在以后选。" };
  return undefined;
}

/** What is wrong with the day on which a time ends. */
export function faultOfDays({ day, lastDay = day }: TimeWish): string | undefined {
  if (day === undefined || lastDay === undefined) return undefined;
  if (lastDay < day) return "结束日期不能早于开始日期。";
  return lastDay > addDays(day, MOST_DAYS - 1) ? `每次最多预约 ${MOST_DAYS} 天。` : undefined;
}

/** Why a time is none: a part of it is missing, or it ends before it begins. */
export const faultOfParts = ({ day, from, to }: TimeWish): string =>
  day === undefined || from === undefined || to === undefined
    ? "请选好日期和起止时间。"
    : "结束时间要晚于开始时间。";

/** @param ownPlace where neither a place nor a point nor a unit is asked for. */
export function filterOf(
  search: ResourceSearch,
  {
    ownPlace,
    point,
  }: { readonly ownPlace: string | undefined; readonly point?: Position | undefined },
): ResourceFilter {
  const { text, kind, seats, unit } = search;
  // What is near may lie in another place.
  const place = search.place ?? (unit === undefined && !point ? ownPlace : undefined);
  const time = searchedTime(search);
  return {
    ...(text === undefined ? {} : { text }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(place === undefined ? {} : { regionCode: place }),
    ...(seats === undefined ? {} : { minCapacity: seats }),
    ...(unit === undefined
      ? {}
      : { providerId: unit, states: ["DRAFT", "PUBLISHED", "WITHDRAWN"] }),
    ...(time ? { freeDuring: rangeOfTime(time) } : {}),
    ...(point ? { near: { ...point, metres: search.within ?? DEFAULT_METRES } } : {}),
  };
}

/** The filters in words. @param names of the place, the unit and the point, once they are known. */
export function tagsOf(
  search: ResourceSearch,
  names: {
    readonly place?: string | undefined;
    readonly unit?: string | undefined;
    readonly point?: string | undefined;
  },
): Record<string, string> {
  const { text, kind, place, seats, unit, near, within } = search;
  const time = searchedTime(search);
  return {
    ...(time ? { day: `${showChosenTime(time)} 空闲` } : {}),
    ...(kind === undefined ? {} : { kind: RESOURCE_KINDS[kind] }),
    ...(place === undefined || names.place === undefined ? {} : { place: names.place }),
    ...(seats === undefined ? {} : { seats: `容量至少 ${seats}` }),
    ...(unit === undefined ? {} : { unit: names.unit ?? "一个单位提供的" }),
    ...(near === undefined
      ? {}
      : { near: `${names.point ?? ""}附近 ${showMetres(within ?? DEFAULT_METRES)}` }),
    ...(text === undefined ? {} : { text: `“${text}”` }),
  };
}
