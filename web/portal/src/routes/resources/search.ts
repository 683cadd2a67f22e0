import type { ResourceFilter, ResourceKind } from "../../graph/generated/graphql.ts";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import { type Day, instantAt, showDay } from "../../words/time.ts";

/** What the list of resources is filtered by, as it stands in the page's address. */
export interface ResourceSearch {
  readonly text?: string | undefined;
  readonly kind?: ResourceKind | undefined;
  readonly place?: string | undefined;
  readonly seats?: number | undefined;
  readonly day?: Day | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;

/** Whatever an address says that is no filter is left out. */
export function readResourceSearch(search: Record<string, unknown>): ResourceSearch {
  const { text, kind, place, seats, day, from, to } = search;
  return {
    ...(typeof text === "string" && text !== "" ? { text } : {}),
    ...(typeof kind === "string" && kind in RESOURCE_KINDS ? { kind: kind as ResourceKind } : {}),
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
    ...(typeof seats === "number" && seats > 0 ? { seats } : {}),
    ...(typeof day === "string" && DAY.test(day) ? { day } : {}),
    ...(typeof from === "string" && TIME.test(from) ? { from } : {}),
    ...(typeof to === "string" && TIME.test(to) ? { to } : {}),
  };
}

/** The time that is asked for, once all of it is; it must end after it begins. */
export function wantedTime({ day, from, to }: ResourceSearch) {
  if (day === undefined || from === undefined || to === undefined || from >= to) return undefined;
  return { start: instantAt(day, from), end: instantAt(day, to) };
}

/** @param ownPlace where no place is asked for. */
export function filterOf(search: ResourceSearch, ownPlace: string | undefined): ResourceFilter {
  const { text, kind, place = ownPlace, seats } = search;
  const freeDuring = wantedTime(search);
  return {
    ...(text === undefined ? {} : { text }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(place === undefined ? {} : { regionCode: place }),
    ...(seats === undefined ? {} : { minCapacity: seats }),
    ...(freeDuring ? { freeDuring } : {}),
  };
}

/** The filters in words. */
export function tagsOf(search: ResourceSearch): Record<string, string> {
  const { text, kind, seats, day, from, to } = search;
  return {
    ...(day !== undefined && wantedTime(search)
      ? { day: `${showDay(day)} ${from}–${to} 空闲` }
      : {}),
    ...(kind === undefined ? {} : { kind: RESOURCE_KINDS[kind] }),
    ...(seats === undefined ? {} : { seats: `容量至少 ${seats}` }),
    ...(text === undefined ? {} : { text: `“${text}”` }),
  };
}
