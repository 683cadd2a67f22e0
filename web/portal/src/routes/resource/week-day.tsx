import { Button } from "react-aria-components/Button";
import type { BookingState } from "../../graph/generated/graphql.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { type Day, dayOf, showDay, showTime } from "../../words/time.ts";
import { hourOn } from "./week-hours.ts";

/** A time at which it is taken, with what may be said about it. */
export interface WeekTaking {
  readonly id: string;
  readonly state: BookingState | "CLOSED";
  readonly during: { readonly start: string; readonly end: string };
  readonly words: string;
}

interface WeekDayProps {
  readonly day: Day;
  readonly taken: readonly WeekTaking[];
  /** Takes the day over into the form; undefined for days that are over. */
  readonly onChoose: (() => void) | undefined;
}

export function WeekDay({ day, taken, onChoose }: WeekDayProps) {
  const isToday = day === dayOf(new Date());
  const name = showDay(day).replace(/^.*月/, "");
  return (
    <div className={isToday ? "week-day week-today" : "week-day"}>
      {onChoose ? (
        <Button className="week-name" aria-label={`预约${showDay(day)}`} onPress={onChoose}>
          {name}
        </Button>
      ) : (
        <p className="week-name">{name}</p>
      )}
      <ul className="week-track" aria-label={showDay(day)}>
        {taken.map(({ id, state, during, words }) => {
          const [top, bottom] = [hourOn(day, during.start), hourOn(day, during.end)];
          const place = { top: `${top}%`, height: `${Math.max(bottom - top, 4)}%` };
          const times = `${dayOf(during.start) < day ? "00:00" : showTime(during.start)}–${dayOf(during.end) > day ? "24:00" : showTime(during.end)}`;
          return (
            <li
              key={id}
              className={`week-booking week-${state.toLowerCase()}`}
              style={place}
              title={`${times} ${words}`}
            >
              {times} {words}
              <span className="unseen">{state === "CLOSED" ? "停用" : BOOKING_STATES[state]}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
