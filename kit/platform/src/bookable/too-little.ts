import { HubError } from "../errors/hub-error.ts";
import { clockWords, whenWords } from "../words/times.ts";
import type { TimeRangeInput } from "../scalars/time-range.ts";
import type { Words } from "../words/words.ts";
import { durationWords } from "./duration-words.ts";
import { instantsOf, offerOf } from "./offer.ts";
import type { FreeSlot } from "./free-time.ts";

/** A booking that has a time that somebody else wants. */
export interface Holder extends TimeRangeInput {
  /** Its unit; null where the viewer may not know it. */
  readonly name: string | null;
  /** Until when it is kept free afterwards, for clearing up; its end if it is not. */
  readonly heldTo: Date;
}

/** What is known of a time for which too little is left. */
export interface Shortage {
  /** Where the least is left. */
  readonly least: FreeSlot;
  /** The bookings that have it, in order of time, where it is all of the resource. Default: they are not known. */
  readonly by?: readonly Holder[];
  /** How long the resource stays free after the wanted time, where only that is in the way, in minutes. Default: it is not. */
  readonly clearingMinutes?: number;
  /** The nearest times that can be had. Default: they are not known. */
  readonly nearest?: readonly TimeRangeInput[];
}

/** `BOOKING_CONFLICT`, naming how much is left and when, and what can be had instead. */
export function tooLittle(
  { title }: { readonly title: string },
  quantity: number,
  { least, by = [], clearingMinutes, nearest }: Shortage,
): HubError {
  const remaining = Math.max(least.quantity, 0);
  const [start, end] = [least.start.toISOString(), least.end.toISOString()];
  const what =
    remaining > 0
      ? leftWords(title, { ...least, quantity: remaining }, quantity)
      : takenWords(title, by.length > 0 ? by : [{ ...least, name: null, heldTo: least.end }]);
  const clearing = clearingMinutes === undefined ? null : clearingWords(clearingMinutes);
  const otherwise = nearest
    ? offerOf(nearest)
    : {
        zh: remaining === 0 ? "请换一个时间。" : "请换一个时间，或减少数量。",
        en: "Choose another time or a smaller quantity: resource(id:) { free(during:) } shows what is left.",
      };
  const sentences = [what, ...(clearing ? [clearing] : []), otherwise];
  return new HubError(
    "BOOKING_CONFLICT",
    { zh: sentences.map(({ zh }) => zh).join(""), en: sentences.map(({ en }) => en).join(" ") },
    {
      left: remaining,
      start,
      end,
      ...(nearest ? { nearest: nearest.map(instantsOf) } : {}),
    },
  );
}

/** That some of it is left, and less than is wanted. */
function leftWords(title: string, least: FreeSlot, wanted: number): Words {
  const time = whenWords(least);
  return {
    zh: `${title} ${time.zh} 只剩 ${least.quantity} 份，您要 ${wanted} 份。`,
    en: `Only ${least.quantity} of ${title} can be had ${time.en}; you asked for ${wanted}.`,
  };
}

/** Who has it, each with the time of their own booking, apart from the clearing up after it. */
function takenWords(title: string, by: readonly Holder[]): Words {
  const each = by.map(({ name, start, end, heldTo }): Words => {
    const [time, until] = [whenWords({ start, end }), clockWords(heldTo)];
    const isCleared = heldTo > end;
    return {
      zh: `${time.zh} 已被${name ?? "其他单位"}预约${isCleared ? `（之后至 ${until} 留作清场）` : ""}`,
      en: `by ${name ?? "another unit"} ${time.en}${isCleared ? `, and kept free for clearing up until ${until}` : ""}`,
    };
  });
  return {
    zh: `${title} ${each.map(({ zh }) => zh).join("，")}。`,
    en: `${title} is booked ${each.map(({ en }) => en).join("; ")}.`,
  };
}

/** That a booking of the wanted time would reach into another one with the clearing up after it. */
function clearingWords(minutes: number): Words {
  const { zh, en } = durationWords(minutes);
  return {
    zh: `每次预约之后须留${zh}清场，您选的时段离它太近。`,
    en: `Each booking is followed by ${en} for clearing up, and yours would end too shortly before.`,
  };
}
