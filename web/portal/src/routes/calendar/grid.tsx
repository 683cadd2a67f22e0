import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./grid.css";
import FullCalendar from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import zhCn from "@fullcalendar/react/locales/zh-cn";
import classic from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useNavigate } from "@tanstack/react-router";
import {
  type Day,
  addDays,
  dayOf,
  isWholeDays,
  lastDayOf,
  showTime,
  showRange,
} from "../../words/time.ts";
import type { CalendarActivity } from "./activity-list.tsx";

interface GridProps {
  readonly view: "month" | "week";
  /** A day of the month or week. */
  readonly day: Day;
  readonly activities: readonly CalendarActivity[];
}

const DAY_MS = 86_400_000;
const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** What the picture writes of an activity. */
interface EntryProps {
  readonly time: string | undefined;
  readonly words: string;
}

const Entry = ({ time, words }: EntryProps) => (
  <span className="calendar-entry">
    {time !== undefined && <span className="calendar-time">{time}</span>} {words}
  </span>
);

/** A month or a week as a picture: everything that the list has, and nothing else. */
export function CalendarGrid({ view, day, activities }: GridProps) {
  const navigate = useNavigate();
  const [firstHour, endHour] = hoursOf(activities);
  return (
    <FullCalendar
      key={`${view} ${day} ${firstHour} ${endHour}`}
      plugins={[classic, dayGrid, timeGrid]}
      initialView={view === "month" ? "dayGridMonth" : "timeGridWeek"}
      initialDate={day}
      timeZone="Asia/Shanghai"
      locale={zhCn}
      firstDay={1}
      headerToolbar={false}
      height="auto"
      slotMinTime={`${firstHour}:00`}
      slotMaxTime={`${endHour}:00`}
      showNonCurrentDates={false}
      fixedWeekCount={false}
      dayMaxEvents={false}
      eventDisplay="block"
      slotEventOverlap={false}
      nowIndicator
      slotHeaderFormat={HOUR}
      eventContent={({ event }) => <Entry {...(event.extendedProps as EntryProps)} />}
      events={activities.map(entryOf)}
      eventClick={({ event, jsEvent }) => {
        jsEvent.preventDefault();
        void navigate({ to: "/activities/$id", params: { id: event.id } });
      }}
      eventDidMount={({ el, event }) => {
        el.title = String(event.extendedProps["hint"]);
      }}
    />
  );
}

/** An activity as the picture takes it: what lasts longer than a day stands above the hours. */
function entryOf({ id, title, startsAt, endsAt, state, venue }: CalendarActivity) {
  const range = { start: startsAt, end: endsAt };
  const isLong = Date.parse(endsAt) - Date.parse(startsAt) >= DAY_MS || isWholeDays(range);
  const days = { start: dayOf(startsAt), end: addDays(lastDayOf(range), 1), allDay: true };
  return {
    id,
    title,
    ...(isLong ? days : range),
    className: `calendar-event calendar-${state.toLowerCase()}`,
    url: `/activities/${id}`,
    extendedProps: {
      time: isLong ? undefined : showTime(startsAt),
      words: state === "CANCELLED" ? `已取消：${title}` : title,
      hint: [showRange(range), title, venue?.title].filter(Boolean).join("\n"),
    },
  };
}

/** The hours that are shown: those of a working day, and more where something begins earlier or ends later. */
function hoursOf(activities: readonly CalendarActivity[]): readonly [string, string] {
  const hour = (instant: string): number => Number(showTime(instant).slice(0, 2));
  const short = activities.filter(
    ({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) < DAY_MS,
  );
  const isOverNight = short.some((one) => dayOf(one.startsAt) !== dayOf(one.endsAt));
  const first = Math.min(7, ...short.map(({ startsAt }) => hour(startsAt)));
  const end = Math.max(21, ...short.map(({ endsAt }) => hour(endsAt) + 1));
  const shown = isOverNight ? [0, 24] : [first, end];
  return [two(shown[0] ?? 0), two(shown[1] ?? 24)];
}

const two = (hour: number): string => String(hour).padStart(2, "0");
