import { Button } from "../../components/button.tsx";
import { CheckLine } from "../../components/check-line.tsx";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { TimeChoice } from "../../components/time-choice.tsx";
import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { WEEKDAYS } from "../../words/place.ts";
import { dayOf } from "../../words/time.ts";

/** A period of the weekly hours. */
export type Period = ResourceOfPageFragment["openingHours"][number];

interface HoursRowProps {
  readonly number: number;
  readonly period: Period;
  readonly fault: (field: string) => string | undefined;
  readonly onChange: (changed: Partial<Period>) => void;
  readonly onRemove: () => void;
  readonly onCopy: () => void;
}

export function HoursRow(props: HoursRowProps) {
  const { number, period, fault, onChange, onRemove, onCopy } = props;
  const { weekday, from, to, validFrom, validTo, note } = period;
  const hasTerm = validFrom !== null || validTo !== null;
  const name = `第 ${number} 段，${WEEKDAYS[weekday]} ${from}–${to}`;
  return (
    <fieldset className="hours-row">
      <legend className="unseen">{name}</legend>
      <Choice
        label="星期"
        options={WEEKDAYS}
        value={String(weekday)}
        onChange={(chosen) => onChange({ weekday: Number(chosen) })}
      />
      <TimeChoice label="从" value={from} onChange={(time) => onChange({ from: time })} />
      <TimeChoice
        label="到"
        value={to}
        onChange={(time) => onChange({ to: time })}
        fault={fault("to")}
        hasDayEnd
      />
      <TextLine
        label="备注"
        value={note ?? ""}
        onChange={(text) => onChange({ note: text })}
        fault={fault("note")}
      />
      {hasTerm && (
        <div className="pair hours-term">
          <DayField
            label="从哪一天起"
            value={validFrom ?? undefined}
            onChange={(day) => onChange({ validFrom: day ?? null })}
          />
          <DayField
            label="到哪一天为止"
            value={validTo ?? undefined}
            onChange={(day) => onChange({ validTo: day ?? null })}
            fault={fault("validTo")}
          />
        </div>
      )}
      <div className="buttons hours-term">
        <CheckLine
          value={hasTerm}
          onChange={(isLimited) =>
            onChange({ validFrom: isLimited ? dayOf(new Date()) : null, validTo: null })
          }
        >
          只在一段日子里有效
        </CheckLine>
        <Button
          look="quiet"
          onPress={onCopy}
          aria-label={`照${WEEKDAYS[weekday]}填到周一至周五：${name}`}
        >
          填到周一至周五
        </Button>
        <Button look="quiet" onPress={onRemove} aria-label={`删去：${name}`}>
          删去
        </Button>
      </div>
    </fieldset>
  );
}
