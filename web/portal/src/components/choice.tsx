import { useNarrow } from "../app/use-width.ts";
import type { ChoiceProps } from "./fields/choice.tsx";
import { later } from "./later.tsx";
import { PlainField } from "./plain-field.tsx";

const WideChoice = later<ChoiceProps>(async () => (await import("./fields/choice.tsx")).Choice);

/** One of several. */
export function Choice(props: ChoiceProps) {
  const { label, options, value, onChange, onBlur, fault, placeholder = "请选择" } = props;
  if (!useNarrow()) return <WideChoice {...props} />;
  return (
    <PlainField label={label} fault={fault}>
      {(own) => (
        <select
          {...own}
          className="input"
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value)}
          onBlur={onBlur}
        >
          {value === undefined && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {Object.entries(options).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </PlainField>
  );
}
