import type { Faults } from "../../forms/faults.ts";
import { type WhenValues, isPast, rangeOf, whenOf } from "../../forms/when.ts";
import { dayOf, showRange } from "../../words/time.ts";

interface Range {
  readonly start: string;
  readonly end: string;
}

/** What is wrong with the time at which a held activity took place; undefined if nothing is. */
export function aheadFault(values: WhenValues): string | undefined {
  const range = rangeOf(values);
  return range !== undefined && Date.parse(range.start) > Date.now()
    ? "已举办的活动，时间不能在以后。"
    : undefined;
}

/**
 * What is wrong with the time of an activity that lies ahead: it stays ahead, as the hub has it. Said at the day, or at the
 * hour where the day is today.
 */
export function pastFaults(values: WhenValues): Faults {
  const { day } = values;
  const today = dayOf(new Date());
  if (day !== undefined && day < today)
    return {
      day: "这一天已经过去了，还没有开始的活动只能改到以后。已经办过的活动，请另外安排一项补录。",
    };
  const range = rangeOf(values);
  return day === today && range && isPast(range)
    ? { from: "这个时间已经过去了，请选晚一些的时间。" }
    : {};
}

/**
 * The part of a correction with the time, if it is another one. The fields have no seconds: a time that was entered with
 * some, and that nobody touched, stays as it is.
 */
export function otherTime(values: WhenValues, before: Range): { readonly during?: Range } {
  const [range, same] = [rangeOf(values), rangeOf(whenOf(before))];
  const isSame = range?.start === same?.start && range?.end === same?.end;
  return isSame || range === undefined ? {} : { during: range };
}

/** The time of the fields as people read it; nothing while it is not whole. */
export function shownTime(values: WhenValues): string {
  const range = rangeOf(values);
  return range === undefined ? "" : showRange(range);
}
