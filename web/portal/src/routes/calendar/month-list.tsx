import { dayOf, lastDayOf } from "../../words/time.ts";
import { ActivityList, type CalendarActivity } from "./activity-list.tsx";
import { type CalendarSearch, daysOf } from "./search.ts";

interface MonthListProps {
  readonly search: CalendarSearch;
  readonly activities: readonly CalendarActivity[];
}

/** A month in words. Of the month that it is now, what is over is folded away, so that today stands at the top. */
export function MonthList({ search, activities }: MonthListProps) {
  const today = dayOf(new Date());
  const [first, end] = daysOf(search);
  const isNow = first <= today && today < end;
  const isOver = ({ startsAt, endsAt }: CalendarActivity): boolean =>
    isNow && lastDayOf({ start: startsAt, end: endsAt }) < today;
  const past = activities.filter(isOver);
  const coming = activities.filter((activity) => !isOver(activity));
  return (
    <>
      {past.length > 0 && (
        <details className="past">
          <summary>本月已经过去的 {past.length} 项</summary>
          <div className="stack">
            <ActivityList activities={past} />
          </div>
        </details>
      )}
      <ActivityList
        activities={coming}
        advice={
          past.length > 0 ? "这个月后面没有了，请看下个月。" : "换一个月份，或者去掉一些筛选条件。"
        }
      />
    </>
  );
}
