import { HubError } from "../errors/hub-error.ts";
import { rangeWords } from "../words/times.ts";
import type { TimeRangeInput } from "../scalars/time-range.ts";
import { instantsOf, offerOf } from "./offer.ts";
import type { FreeSlot } from "./free-time.ts";

/** What is known of a time for which too little is left. */
export interface Shortage {
  /** Where the least is left. */
  readonly least: FreeSlot;
  /** Names of units that have the rest, as far as the viewer may know them. Default: none. */
  readonly by?: readonly string[];
  /** The nearest times that can be had. Default: they are not known. */
  readonly nearest?: readonly TimeRangeInput[];
}

/** `BOOKING_CONFLICT`, naming how much is left and when, and what can be had instead. */
export function tooLittle(
  { title }: { readonly title: string },
  quantity: number,
  { least, by = [], nearest }: Shortage,
): HubError {
  const remaining = Math.max(least.quantity, 0);
  const range = rangeWords(least);
  const [start, end] = [least.start.toISOString(), least.end.toISOString()];
  const zh =
    remaining === 0
      ? `已被${by.join("、") || "其他单位"}预约。`
      : `只剩 ${remaining} 份，您要 ${quantity} 份。`;
  const otherwise = nearest
    ? offerOf(nearest)
    : {
        zh: remaining === 0 ? "请换一个时间。" : "请换一个时间，或减少数量。",
        en: "Choose another time or a smaller quantity: resource(id:) { free(during:) } shows what is left.",
      };
  const who = by.length > 0 ? ` It is booked by ${by.join(", ")}.` : "";
  return new HubError(
    "BOOKING_CONFLICT",
    {
      zh: `${title} ${range.zh} ${zh}${otherwise.zh}`,
      en: `${title} has ${remaining} left from ${range.en}; you asked for ${quantity}.${who} ${otherwise.en}`,
    },
    {
      left: remaining,
      start,
      end,
      ...(nearest ? { nearest: nearest.map(instantsOf) } : {}),
    },
  );
}
