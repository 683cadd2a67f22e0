import { type CalendarDate, parseDate } from "@internationalized/date";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { DateInput, DateSegment } from "react-aria-components/DateField";
import { DatePicker } from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { FieldError } from "react-aria-components/FieldError";
import { Group } from "react-aria-components/Group";
import { Heading } from "react-aria-components/Heading";
import { Label } from "react-aria-components/Label";
import { Popover } from "react-aria-components/Popover";
import type { Day } from "../../words/time.ts";
import { useTypedDay } from "./use-typed-day.ts";

export interface DayFieldProps {
  readonly label: string;
  readonly value: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
  readonly onBlur?: () => void;
  readonly fault?: string | undefined;
}

/** A day: typed, or chosen from a month. */
export function DayField({ label, value, onChange, onBlur, fault }: DayFieldProps) {
  const { shown, type } = useTypedDay(value, onChange);
  return (
    <DatePicker
      className="field"
      value={shown === undefined ? null : parseDate(shown)}
      onChange={(date: CalendarDate | null) => type(date?.toString())}
      firstDayOfWeek="mon"
      shouldForceLeadingZeros
      isInvalid={fault !== undefined}
      {...(onBlur ? { onBlur } : {})}
    >
      <Label>{label}</Label>
      <Group className="input day-input">
        <DateInput className="segments">
          {(segment) => <DateSegment segment={segment} className="segment" />}
        </DateInput>
        <Button className="day-button" aria-label="从月历中选择">
          <span aria-hidden="true">▾</span>
        </Button>
      </Group>
      <FieldError className="fault">{fault}</FieldError>
      <Popover className="popover">
        <Dialog className="month">
          <Calendar>
            <header className="month-head">
              <Button slot="previous" className="button button-quiet">
                ‹
              </Button>
              <Heading />
              <Button slot="next" className="button button-quiet">
                ›
              </Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className="month-day" />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
