import "./series-dates.css";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import type { DateOfSeriesFragment, SeriesOutcome } from "../../graph/generated/graphql.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import type { ChosenTime } from "../../words/chosen-time.ts";
import { dayOf, showDay, showRange } from "../../words/time.ts";
import { timesOf } from "./times-instead.tsx";

interface SeriesDatesProps {
  readonly label: string;
  readonly dates: readonly DateOfSeriesFragment[];
  /** Books a date that cannot be had at another time, by itself. */
  readonly onAlone?: (time: ChosenTime) => void;
}

const OUTCOMES: Readonly<Record<SeriesOutcome, string>> = {
  BOOKED: "已预约",
  WOULD_BOOK: "能订到",
  CHANGED: "已更改",
  WOULD_CHANGE: "能改成",
  UNCHANGED: "本来如此",
  SKIPPED: "订不到",
};

/** So many dates are shown until somebody wants to see them all. */
const SHOWN_FIRST = 12;

/** Each date of a series: that it can be had or is booked, or why not. */
export function SeriesDates({ label, dates, onAlone }: SeriesDatesProps) {
  const [isWhole, setWhole] = useState(false);
  const unknown = new Set(
    dates.flatMap(({ during, holidaysUnknown }) =>
      during && holidaysUnknown ? [dayOf(during.start).slice(0, 4)] : [],
    ),
  );
  const shown = isWhole ? dates : dates.slice(0, SHOWN_FIRST);
  return (
    <>
      {unknown.size > 0 && (
        <p className="hint">
          {[...unknown].join("、")}年的法定节假日还没有公布，公布后如遇放假日，可能不开放。
        </p>
      )}
      <ol className="series-dates" aria-label={label}>
        {shown.map(({ during, outcome, reason, booking }, at) => {
          const booked = outcome === "BOOKED" ? booking : null;
          return (
            <li key={during?.start ?? at} className={outcome === "SKIPPED" ? "series-skipped" : ""}>
              <span aria-hidden="true">{outcome === "SKIPPED" ? "✗" : "✓"}</span>
              <div>
                <p>
                  {during ? (
                    booked ? (
                      <Link to="/bookings/$id" params={{ id: booked.id }}>
                        {showRange(during)}
                      </Link>
                    ) : (
                      showRange(during)
                    )
                  ) : (
                    "没有这一天"
                  )}{" "}
                  <span className="series-outcome">
                    {booked ? BOOKING_STATES[booked.state] : OUTCOMES[outcome]}
                  </span>
                </p>
                {reason !== null && <p className="hint">{reason}</p>}
                {onAlone &&
                  outcome === "SKIPPED" &&
                  timesOf(during ? [during] : []).map((time) => (
                    <Button
                      key={time.day}
                      aria-label={`另订 ${showDay(time.day)}`}
                      onPress={() => onAlone(time)}
                    >
                      这一天另选时间
                    </Button>
                  ))}
              </div>
            </li>
          );
        })}
      </ol>
      {shown.length < dates.length && (
        <div>
          <Button look="quiet" onPress={() => setWhole(true)}>
            再看其余 {dates.length - shown.length} 次
          </Button>
        </div>
      )}
    </>
  );
}
