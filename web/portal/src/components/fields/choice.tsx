import { Button } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select, SelectValue } from "react-aria-components/Select";

export interface ChoiceProps {
  readonly label: string;
  /** By value, in the order that they are shown. */
  readonly options: Readonly<Record<string, string>>;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly onBlur?: () => void;
  readonly fault?: string | undefined;
}

/** One of several. */
export function Choice(props: ChoiceProps) {
  const { label, options, value, onChange, onBlur, fault, placeholder = "请选择" } = props;
  return (
    <Select
      className="field"
      value={value ?? null}
      onChange={(chosen) => onChange(String(chosen))}
      placeholder={placeholder}
      isInvalid={fault !== undefined}
      {...(onBlur ? { onBlur } : {})}
    >
      <Label>{label}</Label>
      <Button className="input choice">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <FieldError className="fault">{fault}</FieldError>
      <Popover className="popover">
        <ListBox className="menu">
          {Object.entries(options).map(([id, name]) => (
            <ListBoxItem key={id} id={id} textValue={name}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
