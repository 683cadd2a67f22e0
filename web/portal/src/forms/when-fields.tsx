import "./when-fields.css";
import type { FormState } from "./use-form.ts";
import type { WhenValues } from "./when.ts";
import { CheckLine } from "../components/check-line.tsx";
import { DayField } from "../components/day-field.tsx";
import { TimeChoice } from "../components/time-choice.tsx";

/** Any form that has a time among its fields. */
type WhenForm = Pick<FormState<WhenValues>, "values" | "field" | "fault">;

/** When something takes place: some hours of a day, whole days, or from one day to another. */
export function WhenFields({ form }: { readonly form: WhenForm }) {
  const { isWholeDays, isLonger } = form.values;
  const times = (
    <div className="pair">
      <TimeChoice label="从" {...form.field("from")} />
      <TimeChoice label="到" {...form.field("to")} hasDayEnd />
    </div>
  );
  return (
    <>
      <DayField label={isLonger ? "开始日期" : "日期"} {...form.field("day")} />
      {isLonger && <DayField label="结束日期" {...form.field("lastDay")} />}
      {!isWholeDays && times}
      <div className="checks">
        <CheckLine {...form.field("isWholeDays")}>全天</CheckLine>
        <CheckLine {...form.field("isLonger")}>跨越几天</CheckLine>
      </div>
      {form.fault("during") !== undefined && (
        <p className="fault" role="alert">
          {form.fault("during")}
        </p>
      )}
    </>
  );
}
