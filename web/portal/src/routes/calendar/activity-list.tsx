import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Empty } from "../../components/empty.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import type { ActivityState, CalendarPageQuery } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS, ACTIVITY_STATES } from "../../words/labels.ts";
import { dayOf, isWholeDays, lastDayOf, showDay, showTime } from "../../words/time.ts";

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

interface ActivityListProps {
  readonly activities: readonly CalendarActivity[];
  /** What to do where there are none. */
  readonly advice?: ReactNode;
}

export function ActivityList({ activities, advice }: ActivityListProps) {
  if (activities.length === 0)
    return <Empty title="这段时间没有活动">{advice ?? "换一个月份，或者去掉类型。"}</Empty>;
  const sorted = activities.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const today = dayOf(new Date());
  return [...Map.groupBy(sorted, ({ startsAt }) => dayOf(startsAt))].map(([day, ofDay]) => (
    <section key={day} className="stack">
      <h2 className="day-name">
        {day === today && "今天 · "}
        {showDay(day)}
      </h2>
      <ul className="rows">
        {ofDay.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} />
        ))}
      </ul>
    </section>
  ));
}

function ActivityRow({ activity }: { readonly activity: CalendarActivity }) {
  const { id, title, kind, state, host, venue } = activity;
  return (
    <li className="row">
      <span className="row-time">{timeOf(activity)}</span>
      <div className="row-main">
        <p className="row-title">
          <Link
            to="/activities/$id"
            params={{ id }}
            {...(state === "CANCELLED" ? { className: "cancelled" } : {})}
          >
            {title}
          </Link>
        </p>
        <p className="muted">
          {ACTIVITY_KINDS[kind]}
          {host && (
            <>
              {" · "}
              <OrganizationLink organization={host} />
            </>
          )}
          {venue && ` · ${venue.title}`}
        </p>
      </div>
      {state !== "SCHEDULED" && (
        <StateMark tone={ACTIVITY_TONES[state]}>{ACTIVITY_STATES[state]}</StateMark>
      )}
    </li>
  );
}

/** What the heading with the day does not say: the hours, or the day on which it ends. */
function timeOf({ startsAt: start, endsAt: end }: CalendarActivity): string {
  const last = lastDayOf({ start, end });
  if (last !== dayOf(start)) return `至 ${showDay(last)}`;
  if (isWholeDays({ start, end })) return "全天";
  return `${showTime(start)}–${last === dayOf(end) ? showTime(end) : "24:00"}`;
}
