import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import {
  OrganizationChoicesDocument,
  type OrganizationKind,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { foundByFormerName } from "../../words/former-names.ts";
import { fitting } from "./fitting.ts";

/** A unit as a form keeps it. */
export interface ChosenOrganization {
  readonly id: string;
  readonly name: string;
}

export interface OrganizationFieldProps {
  readonly label: string;
  readonly value: ChosenOrganization | undefined;
  readonly onChange: (chosen: ChosenOrganization | undefined) => void;
  readonly onBlur?: () => void;
  readonly fault?: string | undefined;
  /** Where units are looked for; everywhere by default. */
  readonly regionCode?: string | undefined;
  /** Which kinds; all by default. */
  readonly kinds?: readonly OrganizationKind[];
}

/** A unit, found by a part of its name. */
export function OrganizationField(props: OrganizationFieldProps) {
  const { label, value, onChange, onBlur, fault, regionCode, kinds } = props;
  const [text, setText] = useState(value?.name ?? "");
  const before = useRef(value);
  // A form that was sent is empty again.
  useEffect(() => {
    if (!value && before.current?.name === text) setText("");
    before.current = value;
  }, [value, text]);
  const { data, isPlaceholderData } = useAsk(
    OrganizationChoicesDocument,
    {
      ...(text === "" ? {} : { text }),
      ...(regionCode === undefined ? {} : { regionCode }),
      ...(kinds ? { kinds: [...kinds] } : {}),
    },
    { keepsPrevious: true },
  );
  const found = fitting(data?.organizations?.nodes ?? [], isPlaceholderData ? text : undefined);
  return (
    <ComboBox
      className="field"
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        if (typed === "" && value) onChange(undefined);
      }}
      value={value?.id ?? null}
      onChange={(id) => {
        const chosen = found.find((one) => one.id === id) ?? value;
        // Left without choosing anything: what was typed is no unit.
        setText(id === null ? (value?.name ?? "") : (chosen?.name ?? ""));
        if (id !== null && chosen) onChange({ id: chosen.id, name: chosen.name });
      }}
      {...(onBlur ? { onBlur } : {})}
      items={found}
      isInvalid={fault !== undefined}
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <div className="input combo">
        <Input className="combo-input" placeholder="输入名称查找" />
        <Button className="day-button" aria-label="打开列表">
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <FieldError className="fault">{fault}</FieldError>
      <Popover className="popover">
        <ListBox className="menu" renderEmptyState={() => <p className="hint">没有找到</p>}>
          {found.map((one) => {
            const former = foundByFormerName(text, one);
            return (
              <ListBoxItem key={one.id} id={one.id} textValue={one.name}>
                {one.name}{" "}
                <span className="hint">
                  {one.region?.name}
                  {former !== undefined && ` · 曾用名 ${former}`}
                </span>
              </ListBoxItem>
            );
          })}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
