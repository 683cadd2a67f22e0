import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { rangeWords } from "@alliance-hub/platform/words/times";
import type { FreeSlot } from "./free-time.ts";

/** `BOOKING_CONFLICT`, naming how much is left and when. @param by names of units that have the rest. */
export function tooLittle(
  { title }: { readonly title: string },
  quantity: number,
  least: FreeSlot,
  by: readonly string[] = [],
): HubError {
  const remaining = Math.max(least.quantity, 0);
  const range = rangeWords(least);
  const [start, end] = [least.start.toISOString(), least.end.toISOString()];
  const zh =
    remaining === 0
      ? `已被${by.join("、") || "其他单位"}预约。请换一个时间。`
      : `只剩 ${remaining} 份，您要 ${quantity} 份。请换一个时间，或减少数量。`;
  const who = by.length > 0 ? ` It is booked by ${by.join(", ")}.` : "";
  return new HubError(
    "BOOKING_CONFLICT",
    {
      zh: `${title} ${range.zh} ${zh}`,
      en: `${title} has ${remaining} left from ${range.en}; you asked for ${quantity}.${who} Choose another time or a smaller quantity: resource(id:) { free(during:) } shows what is left.`,
    },
    { left: remaining, start, end },
  );
}
