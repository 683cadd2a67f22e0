import type { ResourceOfListFragment } from "../../graph/generated/graphql.ts";
import { BOOKABLE_KINDS } from "../../words/resources.ts";
import { addDays, dayOf, instantAt, showDay, showTime } from "../../words/time.ts";

/** Bookings begin on the half hour, as the form has it. */
const HALF_HOUR_MS = 1_800_000;
const DAYS = 7;

/** From the beginning of today: the same all day, so that the answer is asked for once. */
export function comingWeek(): { readonly start: string; readonly end: string } {
  const today = dayOf(new Date());
  return { start: instantAt(today, "00:00"), end: instantAt(addDays(today, DAYS), "00:00") };
}

/** The next time at which something is free for half an hour, in words; undefined for what nobody books. */
export function nextFree(
  { kind, state, free }: ResourceOfListFragment,
  now: Date,
): string | undefined {
  if (state !== "PUBLISHED" || !BOOKABLE_KINDS.includes(kind)) return undefined;
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
