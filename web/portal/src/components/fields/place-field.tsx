import "./place-field.css";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { usePlace } from "../../app/viewer.ts";
import type { RegionLevel } from "../../graph/generated/graphql.ts";
import { type Place, aboveOf } from "./place.ts";
import { usePlaceChoices, usePlaceOf } from "./use-place-choices.ts";
import { useTaken } from "./use-taken.ts";

export interface PlaceFieldProps {
  readonly label: string;
  /** The place's code. */
  readonly value: string | undefined;
  /** @param place the same with its name; undefined where the field is emptied. */
  readonly onChange: (code: string | undefined, place: Place | undefined) => void;
  readonly onBlur?: () => void;
  readonly fault?: string | undefined;
  readonly placeholder?: string;
  /** What may be chosen, such as communities; all by default. What lies above is shown all the same, to go through. */
  readonly levels?: readonly RegionLevel[];
  /** Whether it is one of several, which are listed elsewhere: the field is empty again then. Default: it is not. */
  readonly isForSeveral?: boolean;
}

/**
 * A place: found by a part of its name, the viewer's own surroundings first; or by going down the tree, for the
 * list always has what lies above and below the place that is chosen.
 */
export function PlaceField(props: PlaceFieldProps) {
  const { label, value, onChange, onBlur, fault, levels, placeholder = "输入地名查找" } = props;
  const { isForSeveral = false } = props;
  const ownPlace = usePlace();
  const [isVisited, setVisited] = useState(false);
  const [passed, setPassed] = useState<string>();
  const chosen = usePlaceOf(value);
  const [text, setText] = useState("");
  const [shown, show] = useTaken(isForSeveral, value);
  const name = chosen?.name ?? "";
  useEffect(() => {
    // The name of a place that was just chosen is not asked for yet: emptied meanwhile, the list would open again.
    if (value === undefined || name !== "") setText(name);
  }, [value, name]);
  const isSearch = text !== "" && text !== name;
  const around = passed ?? value ?? ownPlace;
  const found = usePlaceChoices({
    text: isSearch ? text : undefined,
    around,
    levels,
    isEnabled: isVisited,
  });
  const take = (code: string | null): void => {
    // Left without choosing anything: what was typed is no place.
    if (code === null) return setText(name);
    const place = found.find((one) => one.code === code) ?? chosen;
    if (!place) return;
    if (levels && !levels.includes(place.level)) {
      setPassed(place.code);
      setText(name);
      return;
    }
    setPassed(undefined);
    setText(isForSeveral ? "" : place.name);
    show(place.code);
    if (code !== value) onChange(code, place);
  };
  return (
    <ComboBox
      className="field"
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        if (typed === "" && value !== undefined) onChange(undefined, undefined);
      }}
      value={shown}
      onChange={(code) => take(code === null ? null : String(code))}
      onFocus={() => setVisited(true)}
      {...(onBlur ? { onBlur } : {})}
      items={found}
      isInvalid={fault !== undefined}
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <div className="input combo">
        <Input className="combo-input" placeholder={placeholder} />
        {value !== undefined && (
          <Button
            slot={null}
            className="combo-clear"
            aria-label={`清除${label}`}
            onPress={() => {
              setText("");
              onChange(undefined, undefined);
            }}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        )}
        <Button className="day-button" aria-label="打开列表">
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <FieldError className="fault">{fault}</FieldError>
      <Popover className="popover">
        <ListBox className="menu" renderEmptyState={() => <p className="hint">没有找到</p>}>
          {found.map((place) => (
            <ListBoxItem
              key={place.code}
              id={place.code}
              textValue={place.name}
              className={`place place-${isSearch ? 0 : place.depth}`}
            >
              {place.name}
              {isSearch && <span className="hint"> · {aboveOf(place)}</span>}
              {levels && !levels.includes(place.level) && <span className="hint"> ›</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
