import { Button } from "../../components/button.tsx";
import { DayField } from "../../components/day-field.tsx";
import { type Day, addDays, daysBetween, showDays } from "../../words/time.ts";
import type { AgreementFormState } from "./values.ts";

const YEARS = { 1: "一年", 2: "两年", 3: "三年" } as const;

/** The term: two days, or one day and how many years. */
export function TermFields({ form }: { readonly form: AgreementFormState }) {
  const { termFrom, termTo } = form.values;
  return (
    <div className="stack">
      <div className="pair">
        <DayField label="期限自" {...form.field("termFrom")} />
        <DayField label="至（含）" {...form.field("termTo")} />
      </div>
      <div className="buttons">
        {termFrom !== undefined && (
          <span className="term-years" role="group" aria-label="期限长短">
            {Object.entries(YEARS).map(([years, name]) => (
              <Button
                key={years}
                look="quiet"
                onPress={() => form.set({ termTo: lastDayOfTerm(termFrom, Number(years)) })}
              >
                {name}
              </Button>
            ))}
          </span>
        )}
        {termFrom !== undefined && termTo !== undefined && termTo > termFrom && (
          <span className="hint" role="status">
            {showDays(termFrom, termTo)}，共 {daysBetween(termFrom, termTo) + 1} 天
          </span>
        )}
      </div>
    </div>
  );
}

/** The day before the same day so many years later. */
function lastDayOfTerm(from: Day, years: number): Day {
  const later = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
  // 29 February, where the later year has none.
  return Number.isNaN(Date.parse(later)) ||
    !later.endsWith(new Date(later).toISOString().slice(8, 10))
    ? `${later.slice(0, 4)}-02-28`
    : addDays(later, -1);
}
