import "./check-list.css";
import { CheckLine } from "./check-line.tsx";

interface CheckListProps<Value extends string> {
  readonly label: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
  readonly hint?: string;
  readonly fault?: string | undefined;
}

/** Several of a few. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { label, options, value, onChange, hint, fault } = props;
  return (
    <fieldset className="checks">
      <legend>{label}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {(Object.entries(options) as [Value, string][]).map(([one, name]) => (
        <CheckLine
          key={one}
          value={value.includes(one)}
          onChange={(isChosen) =>
            onChange(isChosen ? [...value, one] : value.filter((other) => other !== one))
          }
        >
          {name}
        </CheckLine>
      ))}
      {fault !== undefined && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
