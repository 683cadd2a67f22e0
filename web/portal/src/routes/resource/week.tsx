import { getRouteApi } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import type { ResourcePageQuery } from "../../graph/generated/graphql.ts";
import { type Day, addDays, dayOf, instantAt, showDay, showTime } from "../../words/time.ts";

type Resource = NonNullable<ResourcePageQuery["resource"]>;
type Booking = NonNullable<Resource["bookings"]["nodes"]>[number];

const route = getRouteApi("/resources/$id");
/** The hours that the picture shows; what lies before or after is drawn at its edge. */
const [FIRST_HOUR, LAST_HOUR] = [7, 23] as const;
const HOURS = LAST_HOUR - FIRST_HOUR;

/** Seven days with what is booked in them; the same in words for whoever does not see it. */
export function Week({ resource, monday }: { readonly resource: Resource; readonly monday: Day }) {
  const navigate = route.useNavigate();
  const go = (days: number): void =>
    void navigate({
      search: (before) => ({ ...before, day: addDays(monday, days) }),
      replace: true,
    });
  const taken = (resource.bookings.nodes ?? []).filter(
    ({ state }) => state === "CONFIRMED" || state === "REQUESTED" || state === "DONE",
  );
  const days = Array.from({ length: 7 }, (_, number) => addDays(monday, number));
  return (
    <section className="stack" aria-label="一周的预约">
      <header className="week-head">
        <Button look="quiet" onPress={() => go(-7)}>
          ‹ 上一周
        </Button>
        <h2>
          {showDay(monday)} 至 {showDay(addDays(monday, 6))}
        </h2>
        <Button look="quiet" onPress={() => go(7)}>
          下一周 ›
        </Button>
      </header>
      <div className="week">
        <div className="week-hours" aria-hidden="true">
          {Array.from({ length: HOURS / 2 }, (_, number) => (
            <span key={number}>{String(FIRST_HOUR + 2 * number).padStart(2, "0")}:00</span>
          ))}
        </div>
        {days.map((day) => (
          <WeekDay
            key={day}
            day={day}
            bookings={taken.filter((booking) => touches(booking, day))}
          />
        ))}
      </div>
      {taken.length === 0 && <p className="muted">这一周还没有预约。</p>}
    </section>
  );
}

function WeekDay({ day, bookings }: { readonly day: Day; readonly bookings: readonly Booking[] }) {
  const isToday = day === dayOf(new Date());
  return (
    <div className={isToday ? "week-day week-today" : "week-day"}>
      <p className="week-name">{showDay(day).replace(/^.*月/, "")}</p>
      <ul className="week-track" aria-label={showDay(day)}>
        {bookings.map(({ id, state, during, organization, purpose }) => {
          const [top, bottom] = [hourOn(day, during.start), hourOn(day, during.end)];
          const place = { top: `${top}%`, height: `${Math.max(bottom - top, 4)}%` };
          const words = `${showTime(during.start)}–${showTime(during.end)} ${organization?.name ?? "已被预约"}`;
          return (
            <li
              key={id}
              className={`week-booking week-${state.toLowerCase()}`}
              style={place}
              title={`${words} ${purpose ?? ""}`}
            >
              {words}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function touches({ during }: Booking, day: Day): boolean {
  const [start, end] = [instantAt(day, "00:00"), instantAt(addDays(day, 1), "00:00")].map(
    Date.parse,
  );
  return Date.parse(during.start) < (end ?? 0) && Date.parse(during.end) > (start ?? 0);
}

/** How far down a day an instant lies, in percent of what is shown. */
function hourOn(day: Day, instant: string): number {
  const hours = (Date.parse(instant) - Date.parse(instantAt(day, "00:00"))) / 3_600_000;
  return (Math.min(Math.max(hours - FIRST_HOUR, 0), HOURS) / HOURS) * 100;
}
