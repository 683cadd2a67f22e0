import { Button } from "../../components/button.tsx";
import { CopyLink } from "./copy-link.tsx";
import { Views } from "../../components/views.tsx";
import { addDays, dayOf, showDays } from "../../words/time.ts";
import { type CalendarSearch, type CalendarView, daysOf } from "./search.ts";

interface StepsProps {
  readonly search: CalendarSearch & { readonly view: CalendarView };
  readonly onChange: (changed: Partial<CalendarSearch>) => void;
}

const VIEWS: Readonly<Record<CalendarView, string>> = { month: "月", week: "周", list: "列表" };

/** Which days are shown and how: back, on, to today; as a month, a week or a list. */
export function CalendarSteps({ search, onChange }: StepsProps) {
  const { view } = search;
  const [first, end] = daysOf(search);
  const today = dayOf(new Date());
  const isNow = first <= today && today < end;
  const unit = view === "week" ? "周" : "月";
  return (
    <div className="calendar-steps">
      <div className="buttons">
        <Button
          look="quiet"
          onPress={() => onChange({ day: addDays(first, view === "week" ? -7 : -1) })}
          aria-label={`上一${unit}`}
        >
          ‹
        </Button>
        <strong className="calendar-month" role="status">
          {view === "week"
            ? showDays(first, addDays(end, -1))
            : `${first.slice(0, 4)}年${Number(first.slice(5, 7))}月`}
        </strong>
        <Button look="quiet" onPress={() => onChange({ day: end })} aria-label={`下一${unit}`}>
          ›
        </Button>
        <Button look="quiet" isDisabled={isNow} onPress={() => onChange({ day: undefined })}>
          今天
        </Button>
      </div>
      <div className="buttons">
        <Views
          label="样式"
          options={VIEWS}
          value={view}
          onChange={(one) => onChange({ view: one })}
        />
        <Button look="quiet" onPress={() => print()}>
          打印
        </Button>
        <CopyLink day={first} />
      </div>
    </div>
  );
}
