import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";

interface CommitteeFieldProps {
  readonly label: string;
  /** What there is to choose from: see `useCommittees`. */
  readonly committees: readonly { readonly id: string; readonly name: string }[] | undefined;
  /** The committee's id. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  readonly onBlur?: () => void;
  readonly fault?: string | undefined;
  readonly placeholder?: string;
}

/** A committee: chosen from a list, or found in it by a part of its name. An emptied field is all of them. */
export function CommitteeField(props: CommitteeFieldProps) {
  const { label, committees = [], value, onChange, onBlur, fault, placeholder = "全部" } = props;
  const chosen = committees.find(({ id }) => id === value)?.name ?? "";
  const [text, setText] = useState(chosen);
  // The name of a committee that stands in the address comes later than the address.
  useEffect(() => setText(chosen), [chosen]);
  const isTyped = text !== "" && text !== chosen;
  const found = committees.filter(({ name }) => !isTyped || name.includes(text));
  return (
    <ComboBox
      className="field"
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        if (typed === "" && value !== undefined) onChange(undefined);
      }}
      value={value ?? null}
      onChange={(id) => {
        if (id !== null) onChange(String(id));
      }}
      onBlur={() => {
        setText(chosen);
        onBlur?.();
      }}
      items={found}
      menuTrigger="focus"
      isInvalid={fault !== undefined}
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <div className="input combo">
        <Input className="combo-input" placeholder={placeholder} />
        <Button className="day-button" aria-label="打开列表">
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <FieldError className="fault">{fault}</FieldError>
      <Popover className="popover">
        <ListBox className="menu" renderEmptyState={() => <p className="hint">没有找到</p>}>
          {found.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} textValue={name}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
