import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { showMinutes } from "../../words/place.ts";
import { type ChosenTime, rangeOfTime } from "../../words/chosen-time.ts";
import { addDays, dayOf, showDay, showRange } from "../../words/time.ts";
import { type Closed, type Opening, firstDayNotOpen, hoursOn, showHours } from "./hours.ts";

/** What decides about a time, besides other bookings. */
export type Ruled = Pick<ResourceOfPageFragment, "bookingRules" | "openingHours">;

/** The rules of booking, one sentence each; none that says nothing. */
export function rulesInWords({ bookingRules }: Ruled): readonly string[] {
  const rules = bookingRules;
  return [
    ...(rules.minNoticeMinutes > 0 ? [`至少提前 ${showMinutes(rules.minNoticeMinutes)}。`] : []),
    ...(rules.maxAheadDays === null ? [] : [`最多提前 ${rules.maxAheadDays} 天。`]),
    ...(rules.slotMinutes === null ? [] : [`按每 ${showMinutes(rules.slotMinutes)}一格预约。`]),
    ...(rules.maxLengthMinutes === null
      ? []
      : [`每次最长 ${showMinutes(rules.maxLengthMinutes)}。`]),
    ...(rules.bufferMinutes > 0 ? [`每次用完之后留空 ${showMinutes(rules.bufferMinutes)}。`] : []),
    ...(rules.cancelBeforeMinutes > 0
      ? [`要取消，最晚在开始前 ${showMinutes(rules.cancelBeforeMinutes)}。`]
      : []),
    ...(rules.onHolidays === "CLOSED" ? ["法定节假日不开放，调休上班的周末按周一开放。"] : []),
  ];
}

/** When a booking may begin, as far as its rules say. */
type Reach = Pick<Ruled["bookingRules"], "minNoticeMinutes" | "maxAheadDays">;

/** Why no booking may begin at an instant to come: it is too soon, or too far ahead. */
export function outOfReach(
  { minNoticeMinutes, maxAheadDays }: Reach,
  start: number,
  now: Date,
): string | undefined {
  if (minNoticeMinutes > 0 && start < now.getTime() + minNoticeMinutes * 60_000)
    return `须至少提前 ${showMinutes(minNoticeMinutes)}预约`;
  if (maxAheadDays !== null && dayOf(new Date(start)) > addDays(dayOf(now), maxAheadDays))
    return `最多提前 ${maxAheadDays} 天预约`;
  return undefined;
}

/** What a time itself breaks, whatever is free: too soon, too far, too long, not in whole slots. */
export function brokenRule(
  { bookingRules }: Ruled,
  time: ChosenTime,
  now: Date,
): string | undefined {
  const { minNoticeMinutes, maxAheadDays, maxLengthMinutes, slotMinutes } = bookingRules;
  const { day, from, to } = time;
  const [start, end] = minutesOfTime(time);
  if (start * 60_000 < now.getTime() + minNoticeMinutes * 60_000)
    return minNoticeMinutes === 0
      ? "这个时间已经过去了，请换一个。"
      : `须至少提前 ${showMinutes(minNoticeMinutes)}预约，请选晚一些的时间。`;
  if (maxAheadDays !== null && day > addDays(dayOf(now), maxAheadDays))
    return `最多提前 ${maxAheadDays} 天预约，请选 ${showDay(addDays(dayOf(now), maxAheadDays))}以前的日子。`;
  if (maxLengthMinutes !== null && end - start > maxLengthMinutes)
    return `每次最长预约 ${showMinutes(maxLengthMinutes)}，请缩短。`;
  const isInSlots = (at: string): boolean => minutesOf(at) % (slotMinutes ?? 1) === 0;
  if (slotMinutes !== null && !(isInSlots(from) && isInSlots(to)))
    return `按每 ${showMinutes(slotMinutes)}一格预约，起止须在整格上。`;
  return undefined;
}

/** Why a time is not free: it is blocked or a holiday, outside the hours, or others have booked it. */
export function whyTaken(opening: Opening, closures: readonly Closed[], time: ChosenTime): string {
  const { start, end } = rangeOfTime(time);
  const closed = closures.find(
    (one) => Date.parse(one.start) < Date.parse(end) && Date.parse(one.end) > Date.parse(start),
  );
  if (closed) return `${showRange(closed)} 停用（${closed.reason}）。`;
  const day = firstDayNotOpen(opening, time);
  if (day !== undefined) {
    const hours = hoursOn(opening, day);
    return hours.length === 0
      ? `${showDay(day)} 不开放。`
      : `不全在开放时间内：${showDay(day)} ${showHours(hours)}。`;
  }
  return "这段时间已经有预约了。";
}

/** When it begins and ends, in minutes since the epoch. */
function minutesOfTime(time: ChosenTime): readonly [number, number] {
  const { start, end } = rangeOfTime(time);
  return [Date.parse(start) / 60_000, Date.parse(end) / 60_000];
}

export const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
