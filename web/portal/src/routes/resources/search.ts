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
  /** Id of the unit that offers them; drafts and what was withdrawn are shown as well then. */
  readonly unit?: string | undefined;
  /** Default: cards. */
  readonly view?: "list" | undefined;
}

export const readResourceSearch = searchReader<ResourceSearch>({
  text: readText,
  kind: oneOf(RESOURCE_KINDS),
  place: readText,
  seats: countReader(),
  day: readDay,
  from: readTime,
  to: readTime,
  unit: readText,
  view: wordOf("list"),
});

/** The time that is asked for, once all of it is; it must end after it begins. */
export function wantedTime({ day, from, to }: ResourceSearch) {
  if (day === undefined || from === undefined || to === undefined || from >= to) return undefined;
  return { start: instantAt(day, from), end: instantAt(day, to) };
}

/** @param ownPlace where neither a place nor a unit is asked for. */
export function filterOf(search: ResourceSearch, ownPlace: string | undefined): ResourceFilter {
  const { text, kind, seats, unit } = search;
  const place = search.place ?? (unit === undefined ? ownPlace : undefined);
  const freeDuring = wantedTime(search);
  return {
    ...(text === undefined ? {} : { text }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(place === undefined ? {} : { regionCode: place }),
    ...(seats === undefined ? {} : { minCapacity: seats }),
    ...(unit === undefined
      ? {}
      : { providerId: unit, states: ["DRAFT", "PUBLISHED", "WITHDRAWN"] }),
    ...(freeDuring ? { freeDuring } : {}),
  };
}

/** The filters in words. @param names of the place and the unit, once they are known. */
export function tagsOf(
  search: ResourceSearch,
  names: { readonly place?: string | undefined; readonly unit?: string | undefined },
): Record<string, string> {
  const { text, kind, place, seats, day, from, to, unit } = search;
  return {
    ...(day !== undefined && wantedTime(search)
      ? { day: `${showDay(day)} ${from}–${to} 空闲` }
      : {}),
    ...(kind === undefined ? {} : { kind: RESOURCE_KINDS[kind] }),
    ...(place === undefined || names.place === undefined ? {} : { place: names.place }),
    ...(seats === undefined ? {} : { seats: `容量至少 ${seats}` }),
    ...(unit === undefined ? {} : { unit: names.unit ?? "一个单位提供的" }),
    ...(text === undefined ? {} : { text: `“${text}”` }),
  };
}
