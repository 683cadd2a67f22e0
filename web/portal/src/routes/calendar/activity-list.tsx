import { Link } from "@tanstack/react-router";
import { Empty } from "../../components/empty.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import type { ActivityState, CalendarPageQuery } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS, ACTIVITY_STATES } from "../../words/labels.ts";
import { dayOf, showDay, showTime } from "../../words/time.ts";

/** What the list shows of an activity. */
export type CalendarActivity = Pick<
  NonNullable<NonNullable<CalendarPageQuery["activities"]>["nodes"]>[number],
  "id" | "title" | "kind" | "state" | "startsAt" | "endsAt" | "host" | "venue"
>;

export const ACTIVITY_TONES: Readonly<Record<ActivityState, Tone>> = {
  SCHEDULED: "good",
  RESCHEDULED: "wait",
  CANCELLED: "bad",
  HELD: "muted",
};

export function ActivityList({ activities }: { readonly activities: readonly CalendarActivity[] }) {
  if (activities.length === 0)
    return <Empty title="这段时间没有活动">换一个月份，或者去掉类别。</Empty>;
  const sorted = activities.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  return [...Map.groupBy(sorted, ({ startsAt }) => dayOf(startsAt))].map(([day, ofDay]) => (
    <section key={day} className="stack">
      <h2 className="day-name">{showDay(day)}</h2>
      <ul className="rows">
        {ofDay.map(({ id, title, kind, state, startsAt, endsAt, host, venue }) => (
          <li key={id} className="row">
            <span className="row-time">
              {showTime(startsAt)}–{showTime(endsAt)}
            </span>
            <div className="row-main">
              <p className="row-title">
                <Link to="/activities/$id" params={{ id }}>
                  {title}
                </Link>
              </p>
              <p className="muted">
                {[ACTIVITY_KINDS[kind], host?.name, venue?.title].filter(Boolean).join(" · ")}
              </p>
            </div>
            <StateMark tone={ACTIVITY_TONES[state]}>{ACTIVITY_STATES[state]}</StateMark>
          </li>
        ))}
      </ul>
    </section>
  ));
}
