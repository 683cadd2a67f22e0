import { Link } from "@tanstack/react-router";
import type { VenueOfBoardFragment } from "../../graph/generated/graphql.ts";
import type { Day } from "../../words/time.ts";
import { useHolidays } from "../resource/use-holidays.ts";
import { BoardCell } from "./board-cell.tsx";
import { BoardKey } from "./board-key.tsx";
import { END_HOUR, FIRST_HOUR, hourName, stretchesOf } from "./stretches.ts";

interface DayBoardProps {
  readonly venues: readonly VenueOfBoardFragment[];
  readonly day: Day;
  readonly caption: string;
}

const HOURS = Array.from({ length: END_HOUR - FIRST_HOUR }, (_, number) => FIRST_HOUR + number);

/**
 * Venues and hours as a table; on phones each venue is a strip. The roles say that it is a table all the same:
 * browsers forget it where a style sheet lays it out otherwise.
 */
export function DayBoard({ venues, day, caption }: DayBoardProps) {
  const now = new Date();
  const holidays = useHolidays(venues, [day, day]);
  return (
    <>
      <BoardKey />
      <div className="board-scroll">
        <table className="board" role="table">
          <caption className="unseen">{caption}。空闲的格子可以直接预约。</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                场地
              </th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col" role="columnheader">
                  {hourName(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {venues.map((venue) => (
              <tr key={venue.id} role="row">
                <th scope="row" role="rowheader">
                  <Link to="/resources/$id" params={{ id: venue.id }} search={{ day }}>
                    {venue.title}
                  </Link>
                </th>
                {stretchesOf({ ...venue, holidays }, day, now).map((stretch) => (
                  <BoardCell key={stretch.from} venue={venue} day={day} stretch={stretch} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
