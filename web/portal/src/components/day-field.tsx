import { useNarrow } from "../app/use-width.ts";
import type { DayFieldProps } from "./fields/day-field.tsx";
import { later } from "./later.tsx";
import { PlainField } from "./plain-field.tsx";
import { useTypedDay } from "./fields/use-typed-day.ts";

const WideDayField = later<DayFieldProps>(
  async () => (await import("./fields/day-field.tsx")).DayField,
);

/** A day: typed, or chosen from a month. */
export function DayField(props: DayFieldProps) {
  const { label, onBlur, fault } = props;
  const { shown, type } = useTypedDay(props.value, props.onChange);
  if (!useNarrow()) return <WideDayField {...props} />;
  return (
    <PlainField label={label} fault={fault}>
      {(own) => (
        <input
          {...own}
          type="date"
          className="input"
          value={shown ?? ""}
          onChange={({ target }) => type(target.value === "" ? undefined : target.value)}
          onBlur={onBlur}
        />
      )}
    </PlainField>
  );
}
