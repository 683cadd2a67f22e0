import { type ReactNode, useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";

import { useTaken } from "./use-taken.ts";

/** One of the things that a field offers. */
export interface ComboOption {
  readonly id: string;
  readonly name: string;
  /** What tells it from another of the same name. */
  readonly hint?: string | undefined;
}

/** What all fields have in which something is found by its name. */
export interface ComboProps {
  readonly label: string;
  /** The id of what is chosen. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  readonly onBlur?: () => void;
  readonly fault?: string | undefined;
  readonly placeholder?: string;
  /** Whether it is one of several, which are listed elsewhere: the field is empty again then. Default: it is not. */
  readonly isForSeveral?: boolean;
}

interface ComboFieldProps extends ComboProps {
  /** The name of what is chosen; empty until it is known. */
  readonly chosen: string;
  readonly options: readonly ComboOption[];
  /** What is looked for; undefined where everything is offered. */
  readonly onSearch: (text: string | undefined) => void;
  readonly onFocus?: () => void;
  /** Below the list. */
  readonly note?: ReactNode;
}

/** Something that is chosen from a list, or found in it by a part of its name. An emptied field is none. */
export function ComboField(props: ComboFieldProps) {
  const { label, value, onChange, onBlur, onFocus, onSearch, fault, placeholder = "全部" } = props;
  const { chosen, options, note, isForSeveral = false } = props;
  const [text, setText] = useState(chosen);
  const [shown, take] = useTaken(isForSeveral, value);
  const show = (words: string): void => {
    setText(words);
    onSearch(words === "" || words === chosen ? undefined : words);
  };
  // The name of what was just chosen is not known yet: emptied meanwhile, the list would open again.
  useEffect(() => {
    if (value !== undefined && chosen === "") return;
    setText(chosen);
    onSearch(undefined);
  }, [chosen, value]);
  return (
    <ComboBox
      className="field"
      inputValue={text}
      onInputChange={(typed) => {
        show(typed);
        if (typed === "" && value !== undefined) onChange(undefined);
      }}
      value={shown}
      onChange={(id) => {
        if (id === null) return;
        if (isForSeveral) {
          take(String(id));
          show("");
        }
        onChange(String(id));
      }}
      {...(onFocus ? { onFocus } : {})}
      onBlur={() => {
        show(chosen);
        onBlur?.();
      }}
      items={options}
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
          {options.map(({ id, name, hint }) => (
            <ListBoxItem key={id} id={id} textValue={name}>
              {name} {hint !== undefined && <span className="hint">{hint}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
        {note}
      </Popover>
    </ComboBox>
  );
}
