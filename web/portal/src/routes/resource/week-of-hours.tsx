import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { WEEKDAYS } from "../../words/place.ts";
import { addDays, dayOf } from "../../words/time.ts";
import { hoursOn, showHours, weekdayOf } from "./hours.ts";

/** When it is open on the next seven days, today first. */
export function WeekOfHours({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { openingHours } = resource;
  if (openingHours.length === 0) return <p>全天候开放。</p>;
  const today = dayOf(new Date());
  return (
    <dl className="facts hours">
      {Array.from({ length: 7 }, (_, number) => addDays(today, number)).map((day) => (
        <div key={day} className={day === today ? "hours-today" : undefined}>
          <dt>
            {WEEKDAYS[weekdayOf(day)]}
            {day === today && "（今天）"}
          </dt>
          <dd>{showHours(hoursOn(openingHours, day))}</dd>
        </div>
      ))}
    </dl>
  );
}
