import { Link } from "@tanstack/react-router";
import { StateMark } from "../../components/state-mark.tsx";
import { type BookingPageQuery, SeriesOfBookingDocument } from "../../graph/generated/graphql.ts";
import { useEveryPage } from "../../graph/use-pages.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import { BOOKING_TONES } from "../bookings/booking-row.tsx";
import { showRepeat } from "../resource/repeat.ts";

type Booking = NonNullable<BookingPageQuery["booking"]>;

interface SeriesProps {
  readonly series: NonNullable<Booking["series"]>;
  /** The booking that is looked at. */
  readonly current: string;
}

/** All bookings of a series. Each is changed and cancelled by itself. */
export function Series({ series, current }: SeriesProps) {
  const { every, interval } = series;
  const { nodes, total } = useEveryPage(
    SeriesOfBookingDocument,
    { id: current },
    ({ booking }) => booking?.series?.bookings,
  );
  if (!nodes) return null;
  return (
    <section className="stack" aria-labelledby="series">
      <h2 id="series">
        系列预约：{showRepeat(every, interval)}，共 {total} 次
      </h2>
      <p className="hint">每一次单独更改、取消，不影响其余的。</p>
      <ul className="rows">
        {nodes.map(({ id, state, during }) => (
          <li key={id} className="row">
            <div className="row-main">
              {id === current ? (
                <p aria-current="true">
                  <strong>{showRange(during)}</strong>（这一次）
                </p>
              ) : (
                <Link to="/bookings/$id" params={{ id }}>
                  {showRange(during)}
                </Link>
              )}
            </div>
            <StateMark tone={BOOKING_TONES[state]}>{BOOKING_STATES[state]}</StateMark>
          </li>
        ))}
      </ul>
    </section>
  );
}
