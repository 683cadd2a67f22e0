import { Link } from "@tanstack/react-router";
import { StateMark } from "../../components/state-mark.tsx";
import { type BookingPageQuery, SeriesOfBookingDocument } from "../../graph/generated/graphql.ts";
import { useEveryPage } from "../../graph/use-pages.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { showInstant, showRange } from "../../words/time.ts";
import { BOOKING_TONES } from "../bookings/booking-row.tsx";
import { KeepSeries } from "./keep-series.tsx";
import { SeriesActions } from "./series-actions.tsx";
import { showRepeat } from "../resource/repeat.ts";

type Booking = NonNullable<BookingPageQuery["booking"]>;

/** A booking that belongs to a series. */
export type BookingOfSeries = Booking & { readonly series: NonNullable<Booking["series"]> };

interface SeriesProps {
  /** The booking that is looked at. */
  readonly booking: BookingOfSeries;
  /** Whether the viewer acts for the unit that booked. */
  readonly isOwn: boolean;
  /** Whether it can still be changed, and those that follow it. */
  readonly canChange: boolean;
}

/** All bookings of a series. Each is changed and cancelled by itself. */
export function Series({ booking, isOwn, canChange }: SeriesProps) {
  const { id: current, series } = booking;
  const { every, interval } = series;
  const { nodes, total } = useEveryPage(
    SeriesOfBookingDocument,
    { id: current },
    (found) => found.booking?.series?.bookings,
  );
  if (!nodes) return null;
  return (
    <section className="stack" aria-labelledby="series">
      <h2 id="series">
        系列预约：{showRepeat(every, interval)}，共 {total} 次
      </h2>
      {series.answerBy !== null && (
        <div className="notice notice-wait">
          <p>
            提供单位记录连续两次没人来。
            {isOwn ? "请" : "预约单位应"}在 {showInstant(series.answerBy)}{" "}
            前答复是否继续使用；不答复的，各次照旧保留。
          </p>
          {isOwn && (
            <div className="buttons">
              <KeepSeries
                id={series.id}
                of={`“${booking.resource?.title ?? "已撤下的资源"}”的系列预约`}
              />
            </div>
          )}
        </div>
      )}
      {isOwn && <SeriesActions booking={booking} canChange={canChange} />}
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
