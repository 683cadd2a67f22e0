import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./grid.css";
import FullCalendar from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import zhCn from "@fullcalendar/react/locales/zh-cn";
import classic from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useNavigate } from "@tanstack/react-router";
import type { Day } from "../../words/time.ts";
import type { CalendarActivity } from "./activity-list.tsx";

interface GridProps {
  readonly view: "month" | "week";
  /** A day of the month or week. */
  readonly day: Day;
  readonly activities: readonly CalendarActivity[];
}

/** A month or a week as a picture; the list has the same in words. */
export function CalendarGrid({ view, day, activities }: GridProps) {
  const navigate = useNavigate();
  return (
    <FullCalendar
      key={`${view} ${day}`}
      plugins={[classic, dayGrid, timeGrid]}
      initialView={view === "month" ? "dayGridMonth" : "timeGridWeek"}
      initialDate={day}
      timeZone="Asia/Shanghai"
      locale={zhCn}
      firstDay={1}
      headerToolbar={false}
      height="auto"
      slotMinTime="07:00"
      slotMaxTime="23:00"
      dayMaxEvents={4}
      allDaySlot={false}
      nowIndicator
      events={activities.map(({ id, title, startsAt, endsAt, state }) => ({
        id,
        title,
        start: startsAt,
        end: endsAt,
        className: `calendar-event calendar-${state.toLowerCase()}`,
        url: `/activities/${id}`,
      }))}
      eventClick={({ event, jsEvent }) => {
        jsEvent.preventDefault();
        void navigate({ to: "/activities/$id", params: { id: event.id } });
      }}
    />
  );
}
