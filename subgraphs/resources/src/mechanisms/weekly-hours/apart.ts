import { badInput } from "@alliance-hub/platform/errors/hub-error";

/** One period of weekly hours. Times are minutes since midnight; null: it has been valid always, or stays so. */
interface Period {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/**
 * Rejects periods of one weekday that overlap while both are valid: whoever wrote them meant something else. Periods that
 * touch are the two parts of a long one.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireApart(periods: readonly Period[]): void {
  for (const [place, period] of periods.entries()) {
    const earlier = periods.findIndex((one, at) => at < place && overlaps(one, period));
    if (earlier === -1) continue;
    throw badInput(`openingHours.${place}.to`, {
      zh: `第 ${place + 1} 段开放时间与第 ${earlier + 1} 段在同一天重叠。请改成首尾相接，或合并为一段。`,
      en: `openingHours.${place} overlaps openingHours.${earlier} on the same weekday. Let one end where the other begins, or join them.`,
    });
  }
}

const overlaps = (one: Period, other: Period): boolean =>
  one.weekday === other.weekday &&
  one.fromMinute < other.toMinute &&
  other.fromMinute < one.toMinute &&
  (one.validFrom === null || other.validTo === null || one.validFrom <= other.validTo) &&
  (other.validFrom === null || one.validTo === null || other.validFrom <= one.validTo);
