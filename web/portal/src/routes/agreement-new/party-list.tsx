import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import type { Field } from "../../forms/use-form.ts";
import { MoveButtons } from "./move-buttons.tsx";

interface PartyListProps extends Field<readonly string[]> {
  /** Who can be a party, by id. */
  readonly sides: Readonly<Record<string, string>>;
}

/** The parties in their order: found by a part of their name, moved and taken away by buttons. */
export function PartyList({ sides, value, onChange, onBlur, fault }: PartyListProps) {
  const [text, setText] = useState("");
  const [added, setAdded] = useState(0);
  const isKnown = Object.keys(sides).length > 0;
  const nameOf = (id: string): string =>
    sides[id] ?? (isKnown ? "不是这个委员会的单位，请移去" : "正在读取…");
  const left = Object.entries(sides).filter(([id]) => !value.includes(id));
  const found = left.filter(([, name]) => name.includes(text.trim()));
  return (
    <fieldset className="group">
      <legend>各方</legend>
      {value.length > 0 && (
        <ol className="rows">
          {value.map((id, at) => (
            <li key={id} className="row party">
              <span className="row-main">{nameOf(id)}</span>
              <MoveButtons
                name={nameOf(id)}
                idOf={id}
                list={value}
                at={at}
                remove="移去"
                onChange={onChange}
              />
            </li>
          ))}
        </ol>
      )}
      {/* Anew for each party: with nothing chosen in it, its list would stay open. */}
      <ComboBox
        key={added}
        autoFocus={added > 0}
        className="field"
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(id) => {
          if (id === null) return;
          onChange([...value, String(id)]);
          setText("");
          setAdded(added + 1);
        }}
        onBlur={() => {
          setText("");
          onBlur();
        }}
        items={found.map(([id, name]) => ({ id, name }))}
        isInvalid={fault !== undefined}
        allowsEmptyCollection
      >
        <Label>添加一方</Label>
        <div className="input combo">
          <Input className="combo-input" placeholder="输入单位名称查找" />
          <AriaButton className="day-button" aria-label="打开列表">
            <span aria-hidden="true">▾</span>
          </AriaButton>
        </div>
        <FieldError className="fault">{fault}</FieldError>
        <Popover className="popover">
          <ListBox
            className="menu"
            renderEmptyState={() => (
              <p className="hint">没有找到。只有这个委员会的成员单位可以是协议的一方。</p>
            )}
          >
            {({ id, name }: { id: string; name: string }) => (
              <ListBoxItem id={id} textValue={name}>
                {name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </fieldset>
  );
}
