import "./week.css";
import { getRouteApi } from "@tanstack/react-router";
import { useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import type { ResourcePageQuery } from "../../graph/generated/graphql.ts";
import { movedTo } from "../../words/chosen-time.ts";
import { type Day, addDays, dayOf, instantAt, showDay } from "../../words/time.ts";
import { showMinutes } from "../../words/place.ts";
import { takenTimes } from "./free-times.ts";
import { openOn, outsideHours } from "./hours.ts";
import { useHolidays } from "./use-holidays.ts";
import { WeekDay, type WeekTaking } from "./week-day.tsx";
import { FIRST_HOUR, HOURS } from "./week-hours.ts";

type Resource = NonNullable<ResourcePageQuery["resource"]>;

const route = getRouteApi("/resources/$id");

/** Seven days with what is taken of them; the same in words for whoever does not see it. */
export function Week({ resource, first }: { readonly resource: Resource; readonly first: Day }) {
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const go = (day: Day): void =>
    void navigate({ search: (before) => ({ ...before, ...movedTo(before, day) }), replace: true });
  const during = { start: instantAt(first, "00:00"), end: instantAt(addDays(first, 7), "00:00") };
  // Whoever is not signed in sees when it is taken, and not by whom.
  const days = Array.from({ length: 7 }, (_, number) => addDays(first, number));
  const holidays = useHolidays([resource], [first, addDays(first, 6)]);
  const opening = { ...resource, holidays };
  const outside = days.flatMap((day) => outsideHours(opening, day));
  const closures: readonly WeekTaking[] = resource.closuresOfWeek.map(({ start, end, reason }) => ({
    id: `${start} ${reason}`,
    state: "CLOSED",
    during: { start, end },
    words: reason,
  }));
  const bookings: readonly WeekTaking[] =
    viewer?.kind === "ANONYMOUS"
      ? takenTimes(during, resource.free, [...outside, ...resource.closuresOfWeek]).map((time) => ({
          id: time.start,
          state: "CONFIRMED",
          during: time,
          words: "已占用",
        }))
      : (resource.bookings.nodes ?? []).map(
          ({ id, state, during: time, organization, purpose, quantity }) => ({
            id,
            state,
            during: time,
            words: [
              organization?.name ?? "已被预约",
              (resource.capacity ?? 1) > 1 && `${quantity}${resource.unit ?? "份"}`,
              purpose,
            ]
              .filter(Boolean)
              .join(" "),
          }),
        );
  // Bookings lie on top: what is blocked for a whole day would hide those that it meets.
  const taken = [...closures, ...bookings];
  return (
    <section className="stack week-days" aria-label="七天的预约">
      <header className="week-head">
        <Button look="quiet" onPress={() => go(addDays(first, -7))}>
          ‹ 前七天
        </Button>
        <h2>
          {showDay(first)} 至 {showDay(addDays(first, 6))}
        </h2>
        <Button look="quiet" onPress={() => go(addDays(first, 7))}>
          后七天 ›
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
            open={openOn(opening, day)}
            outside={outsideHours(opening, day)}
            taken={taken.filter(({ during: time }) => touches(time, day))}
            onChoose={day >= dayOf(new Date()) ? () => go(day) : undefined}
          />
        ))}
      </div>
      <p className="week-key muted">
        <span className="week-sample week-confirmed">已确认</span>
        <span className="week-sample week-requested">待答复</span>
        {outside.length > 0 && <span className="week-sample week-outside">不开放</span>}
        {closures.length > 0 && <span className="week-sample week-closed">停用</span>}
        {taken.length + outside.length === 0 ? "这七天都空闲，" : "空白处都空闲，"}
        {rulesOfReach(resource)}
        {"点日期就选中那一天。"}
      </p>
    </section>
  );
}

/** From when to when bookings may begin: what is free outside of it cannot be booked. */
function rulesOfReach({ bookingRules }: Resource): string {
  const { minNoticeMinutes, maxAheadDays } = bookingRules;
  return [
    minNoticeMinutes > 0 && `须至少提前 ${showMinutes(minNoticeMinutes)}预约，`,
    maxAheadDays !== null && `最多提前 ${maxAheadDays} 天预约，`,
  ]
    .filter(Boolean)
    .join("");
}

function touches({ start, end }: WeekTaking["during"], day: Day): boolean {
  const [from, to] = [instantAt(day, "00:00"), instantAt(addDays(day, 1), "00:00")];
  return Date.parse(start) < Date.parse(to) && Date.parse(end) > Date.parse(from);
}
