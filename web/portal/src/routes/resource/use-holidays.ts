import { HolidaysOfYearDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import type { Day } from "../../words/time.ts";
import type { Holiday, Opening } from "./hours.ts";

/**
 * The published holidays, for resources that keep them; none until they are read.
 *
 * @param days the first and the last that are looked at, within a year of each other; empty while none is chosen.
 */
export function useHolidays(
  resources: readonly (Pick<Opening, "bookingRules"> | null | undefined)[],
  days: readonly [Day, Day],
): Opening["holidays"] {
  const isKept =
    days[0] !== "" && resources.some((one) => one?.bookingRules.onHolidays === "CLOSED");
  const [first, last] = days.map((day) => Number(day.slice(0, 4))) as [number, number]; // as many as there are days
  const begin = useAsk(HolidaysOfYearDocument, { year: first }, { isEnabled: isKept });
  const end = useAsk(
    HolidaysOfYearDocument,
    { year: last },
    { isEnabled: isKept && last !== first },
  );
  return new Map<Day, Holiday>(
    [begin, end].flatMap(({ data }) =>
      (data?.publicHolidays?.days ?? []).map(({ day, ...holiday }) => [day, holiday] as const),
    ),
  );
}
