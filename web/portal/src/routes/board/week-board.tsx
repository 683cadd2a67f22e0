import { Link } from "@tanstack/react-router";
import { useViewer } from "../../app/viewer.ts";
import type { VenueOfBoardFragment } from "../../graph/generated/graphql.ts";
import { type Day, addDays, dayOf, instantAt, showDay, showTime } from "../../words/time.ts";
import { takenTimes } from "../resource/free-times.ts";
import { heldWithin, showHeld } from "../../words/held.ts";
import { type Closed, openOn, outsideHours } from "../resource/hours.ts";
import { outOfReach } from "../resource/rules.ts";
import { useHolidays } from "../resource/use-holidays.ts";
import type { VenueOnBoard } from "./stretches.ts";

interface WeekBoardProps {
  readonly venues: readonly VenueOfBoardFragment[];
  readonly days: readonly Day[];
  readonly caption: string;
}

interface Taken {
  readonly start: string;
  readonly end: string;
  readonly words: string;
  readonly waits: boolean;
}

/** Venues and days, to be printed and put up at the door. Its roles: see `DayBoard`. */
export function WeekBoard({ venues, days, caption }: WeekBoardProps) {
  const isVisitor = useViewer()?.kind === "ANONYMOUS";
  const today = dayOf(new Date());
  const holidays = useHolidays(venues, [days[0] ?? today, days.at(-1) ?? today]);
  return (
    <div className="board-scroll">
      <table className="board board-week" role="table">
        <caption className="board-caption">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              场地
            </th>
            {days.map((day) => (
              <th key={day} scope="col" role="columnheader">
                {showDay(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {venues.map((venue) => (
            <tr key={venue.id} role="row">
              <th scope="row" role="rowheader">
                <Link
                  to="/resources/$id"
                  params={{ id: venue.id }}
                  search={{ day: days[0] ?? today }}
                >
                  {venue.title}
                </Link>
              </th>
              {days.map((day) => {
                const taken = takenOn({ ...venue, holidays }, day, isVisitor);
                const closed = closedOn(venue, day);
                const free =
                  taken.length + closed.length > 0
                    ? "预约"
                    : venue.openingHours.length > 0
                      ? "空闲"
                      : "全天空闲";
                const beyond = beyondOn(venue, day, new Date());
                const isShut = openOn({ ...venue, holidays }, day).length === 0;
                return (
                  <td key={day} role="cell" data-day={showDay(day)}>
                    {taken.map(({ start, end, words, waits }) => (
                      <p key={start + words} className={waits ? "board-waits" : "board-line"}>
                        {timesOn(day, { start, end })} {words}
                        {waits && "（待答复）"}
                      </p>
                    ))}
                    {closed.map(({ start, end, reason }) => (
                      <p key={start + reason} className="board-line muted">
                        停用 {timesOn(day, { start, end })} {reason}
                      </p>
                    ))}
                    {isShut && <p className="board-line muted">不开放</p>}
                    {beyond !== undefined && !isShut && (
                      <p className="board-line muted">{beyond}</p>
                    )}
                    {day >= today && beyond === undefined && !isShut && (
                      <Link
                        to="/resources/$id"
                        params={{ id: venue.id }}
                        search={{ day }}
                        className="board-book"
                        aria-label={`${free === "预约" ? "" : `${free}，`}预约${venue.title} ${showDay(day)}`}
                      >
                        {free}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Why nothing can be booked on a day to come that is too near or too far; undefined where some of it can. */
function beyondOn({ bookingRules }: VenueOfBoardFragment, day: Day, now: Date): string | undefined {
  if (day < dayOf(now)) return undefined;
  return outOfReach(bookingRules, Date.parse(instantAt(addDays(day, 1), "00:00")) - 1, now);
}

/** What is taken of a day; by whom, for whoever is signed in. */
function takenOn(venue: VenueOnBoard, day: Day, isVisitor: boolean): readonly Taken[] {
  const held = heldWithin(venue.waitingList.nodes, {
    start: Date.parse(instantAt(day, "00:00")),
    end: Date.parse(instantAt(addDays(day, 1), "00:00")),
  }).map((entry) => ({ ...entry.during, words: showHeld(entry), waits: false }));
  const range = { start: instantAt(day, "00:00"), end: instantAt(addDays(day, 1), "00:00") };
  const [start, end] = [Date.parse(range.start), Date.parse(range.end)];
  const all: readonly Taken[] = isVisitor
    ? takenTimes(
        range,
        venue.free.filter((slot) => Date.parse(slot.end) > start && Date.parse(slot.start) < end),
        [...outsideHours(venue, day), ...closedOn(venue, day)],
      ).map((time) => ({ ...time, words: "已占用", waits: false }))
    : (venue.bookings.nodes ?? []).map(({ during, state, organization }) => ({
        ...during,
        words: organization?.name ?? "已占用",
        waits: state === "REQUESTED",
      }));
  return [...all, ...held].filter(
    (one) => Date.parse(one.start) < end && Date.parse(one.end) > start,
  );
}

/** The times of a day at which a venue is blocked, or a public holiday. */
function closedOn({ closures }: VenueOfBoardFragment, day: Day): readonly Closed[] {
  const [start, end] = [instantAt(day, "00:00"), instantAt(addDays(day, 1), "00:00")].map(
    Date.parse,
  ) as [number, number]; // as many as there are in the list
  return closures.filter((one) => Date.parse(one.start) < end && Date.parse(one.end) > start);
}

function timesOn(
  day: Day,
  { start, end }: { readonly start: string; readonly end: string },
): string {
  const from = dayOf(start) < day ? "00:00" : showTime(start);
  const to = dayOf(end) > day ? "24:00" : showTime(end);
  return `${from}–${to}`;
}
