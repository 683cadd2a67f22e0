import { type TimeWish, movedTo } from "../words/chosen-time.ts";
import { addDays, dayOf } from "../words/time.ts";
import { CheckLine } from "./check-line.tsx";
import { DayField } from "./day-field.tsx";
import { TimeChoice } from "./time-choice.tsx";

interface TimeFieldsProps {
  readonly time: TimeWish;
  readonly onChange: (changed: TimeWish) => void;
  /** Default: 日期. */
  readonly dayLabel?: string;
  /** What is wrong with a field. Default: nothing. */
  readonly faultAt?: (field: keyof TimeWish) => string | undefined;
}

/** The day and the hours that something is wanted for; and the day on which it ends, if that is a later one. */
export function TimeFields(props: TimeFieldsProps) {
  const { time, onChange, dayLabel = "日期", faultAt = () => undefined } = props;
  const { day, lastDay, from, to } = time;
  const isLonger = lastDay !== undefined;
  const first = day ?? dayOf(new Date());
  return (
    <>
      <DayField
        label={isLonger ? "开始日期" : dayLabel}
        value={day}
        onChange={(value) => onChange(movedTo(time, value))}
        fault={faultAt("day")}
      />
      {isLonger && (
        <DayField
          label="结束日期"
          value={lastDay}
          onChange={(value) => onChange({ lastDay: value ?? lastDay })}
          fault={faultAt("lastDay")}
        />
      )}
      <div className="pair">
        <TimeChoice
          label="从"
          value={from}
          onChange={(value) => onChange({ from: value })}
          fault={faultAt("from")}
        />
        <TimeChoice
          label="到"
          value={to}
          onChange={(value) => onChange({ to: value })}
          fault={faultAt("to")}
          hasDayEnd
        />
      </div>
      <CheckLine
        value={isLonger}
        onChange={(chosen) =>
          onChange(chosen ? { day: first, lastDay: addDays(first, 1) } : { lastDay: undefined })
        }
      >
        跨越几天
      </CheckLine>
    </>
  );
}
