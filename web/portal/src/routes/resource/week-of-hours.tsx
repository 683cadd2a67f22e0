import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { WEEKDAYS } from "../../words/place.ts";
import { addDays, dayOf } from "../../words/time.ts";
import { type Holiday, holidayOn, hoursOn, showHours, weekdayOf } from "./hours.ts";
import { useHolidays } from "./use-holidays.ts";

/** When it is open on the next seven days, today first. */
export function WeekOfHours({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { openingHours } = resource;
  const today = dayOf(new Date());
  const holidays = useHolidays([resource], [today, addDays(today, 6)]);
  if (openingHours.length === 0) return <p>全天候开放。</p>;
  const opening = { ...resource, holidays };
  return (
    <dl className="facts hours">
      {Array.from({ length: 7 }, (_, number) => addDays(today, number)).map((day) => (
        <div key={day} className={day === today ? "hours-today" : undefined}>
          <dt>
            {WEEKDAYS[weekdayOf(day)]}
            {day === today && "（今天）"}
          </dt>
          <dd>
            {showHours(hoursOn(opening, day))}
            {holidayWords(holidayOn(opening, day))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const holidayWords = (holiday: Holiday | undefined): string | undefined =>
  holiday && `（${holiday.name}${holiday.isOff ? "放假" : "调休上班"}）`;
