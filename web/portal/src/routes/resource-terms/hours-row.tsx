import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { TimeChoice } from "../../components/time-choice.tsx";
import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { WEEKDAYS } from "../../words/place.ts";
import { showDayOfYear } from "../../words/time.ts";

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
      {(validFrom !== null || validTo !== null) && (
        <p className="hint">
          有效期：{validFrom === null ? "一直" : showDayOfYear(validFrom)} 至{" "}
          {validTo === null ? "一直" : showDayOfYear(validTo)}
        </p>
      )}
      <div className="buttons">
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
