import type { ResourceOfListFragment } from "../../graph/generated/graphql.ts";
import { BOOKABLE_KINDS } from "../../words/resources.ts";
import type { TimeWish } from "../../words/chosen-time.ts";
import { addDays, dayOf, instantAt, showDay, showTime } from "../../words/time.ts";
import { searchedTime } from "./search.ts";

/** Bookings begin on the half hour, as the form has it. */
const HALF_HOUR_MS = 1_800_000;
const DAYS = 7;

/** From the beginning of today: the same all day, so that the answer is asked for once. */
export function comingWeek(): { readonly start: string; readonly end: string } {
  const today = dayOf(new Date());
  return { start: instantAt(today, "00:00"), end: instantAt(addDays(today, DAYS), "00:00") };
}

/** Whether anybody can book it. */
export const isBookable = ({
  kind,
  state,
}: Pick<ResourceOfListFragment, "kind" | "state">): boolean =>
  state === "PUBLISHED" && BOOKABLE_KINDS.includes(kind);

/**
 * Whether something is free, in words: at the time that is searched for, or else when next for half an hour. Undefined
 * for what nobody books, and where only a part of a time is chosen: the next time says nothing about that day.
 */
export function freeWords(
  resource: ResourceOfListFragment,
  time: TimeWish,
  now: Date,
): string | undefined {
  if (!isBookable(resource)) return undefined;
  // The list has only what is free then.
  if (searchedTime(time)) return "这段时间空闲";
  return time.day === undefined ? nextFree(resource, now) : undefined;
}

function nextFree({ free }: ResourceOfListFragment, now: Date): string {
  const earliest = Math.ceil(now.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS;
  for (const slot of free) {
    const start = Math.max(
      earliest,
      Math.ceil(Date.parse(slot.start) / HALF_HOUR_MS) * HALF_HOUR_MS,
    );
    if (Date.parse(slot.end) - start < HALF_HOUR_MS) continue;
    const instant = new Date(start).toISOString();
    const day = dayOf(instant) === dayOf(now) ? "今天" : showDay(dayOf(instant));
    return `最近空闲：${day} ${showTime(instant)}`;
  }
  return `${DAYS} 天内没有空闲`;
}
