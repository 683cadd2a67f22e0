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
  /** When it is open, and when it is not. */
  readonly open: readonly { readonly from: string; readonly to: string }[];
  readonly outside: readonly { readonly start: string; readonly end: string }[];
  /** Takes the day over into the form; undefined for days that are over. */
  readonly onChoose: (() => void) | undefined;
}

export function WeekDay({ day, taken, open, outside, onChoose }: WeekDayProps) {
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
        {outside.length > 0 && (
          // The same as the shading, for whoever does not see it, and where the week is a list.
          <li className="week-hours-open">
            {open.length === 0
              ? "不开放"
              : `开放 ${open.map(({ from, to }) => `${from}–${to}`).join("、")}`}
          </li>
        )}
        {outside.map(({ start, end }) => {
          const [top, bottom] = [hourOn(day, start), hourOn(day, end)];
          // Too early or too late for the picture.
          if (bottom <= top) return null;
          return (
            <li
              key={start}
              className="week-outside"
              aria-hidden="true"
              style={{ top: `${top}%`, height: `${bottom - top}%` }}
            >
              不开放
            </li>
          );
        })}
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
