import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { type ResourceFilter, VenueChoicesDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useSettled } from "./use-settled.ts";
import { inOrder } from "./venue-order.ts";

/** A venue as a form keeps it. */
export interface ChosenVenue {
  readonly id: string;
  readonly title: string;
}

interface Range {
  readonly start: string;
  readonly end: string;
}

export interface VenueFieldProps {
  readonly label: string;
  readonly value: ChosenVenue | undefined;
  readonly onChange: (chosen: ChosenVenue | undefined) => void;
  readonly onBlur?: () => void;
  readonly fault?: string | undefined;
  /** Where venues are looked for; everywhere by default. */
  readonly regionCode?: string | undefined;
  /** A place whose venues come first. Default: none. */
  readonly ownPlace?: string | undefined;
  /** Once it is known, venues say whether they are free then. */
  readonly during: Range | undefined;
  /** Only those that are free at the time, once it is known. Default: all. */
  readonly isFreeOnly?: boolean;
  /** Default: that its name can be typed, and need not be. */
  readonly placeholder?: string;
  /** Only those with so many seats. Default: all. */
  readonly seats?: number | undefined;
}

/** A venue, found by a part of its name; each says whether it is free at the time. */
export function VenueField(props: VenueFieldProps) {
  const { label, value, onChange, onBlur, fault, regionCode, ownPlace, during } = props;
  const { isFreeOnly = false, seats, placeholder = "输入名称查找，可以不填" } = props;
  const [text, setText] = useState(value?.title ?? "");
  const [isVisited, setVisited] = useState(false);
  const title = value?.title ?? "";
  // It may also be chosen elsewhere, or taken away.
  useEffect(() => setText(title), [title]);
  const isTyped = text !== "" && text !== value?.title;
  const typed = isTyped ? text : "";
  const { value: words, isSettled } = useSettled(typed);
  const filter: ResourceFilter = {
    kinds: ["VENUE"],
    states: ["PUBLISHED"],
    ...(words === "" ? {} : { text: words }),
    ...(regionCode === undefined ? {} : { regionCode }),
    ...(isFreeOnly && during ? { freeDuring: during } : {}),
    ...(seats === undefined ? {} : { minCapacity: seats }),
  };
  const { data, isPlaceholderData } = useAsk(
    VenueChoicesDocument,
    {
      filter,
      ownFilter: { ...filter, ...(ownPlace === undefined ? {} : { regionCode: ownPlace }) },
      hasOwn: ownPlace !== undefined,
      during: during ?? SOME_TIME,
      hasTime: during !== undefined,
    },
    { isEnabled: isVisited, keepsPrevious: true },
  );
  const found = inOrder(typed, {
    own: data?.own?.nodes,
    all: data?.resources?.nodes,
    isAnswer: isSettled && !isPlaceholderData,
  });
  return (
    <ComboBox
      className="field"
      inputValue={text}
      onInputChange={(now) => {
        setText(now);
        if (now === "" && value) onChange(undefined);
      }}
      value={value?.id ?? null}
      onChange={(id) => {
        const one = found.find((venue) => venue.id === id);
        if (!one) return;
        // What was typed gives way to the title at once, not only once the field is left.
        setText(one.title);
        onChange({ id: one.id, title: one.title });
      }}
      onFocus={() => setVisited(true)}
      onBlur={() => {
        setText(title);
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
        <ListBox
          className="menu"
          renderEmptyState={() => (
            <p className="hint">
              {!data || !isSettled || isPlaceholderData
                ? "正在读取…"
                : isFreeOnly && during
                  ? NONE_FREE
                  : "没有找到"}
            </p>
          )}
        >
          {found.map(({ id, title, venue, provider, free }) => (
            <ListBoxItem key={id} id={id} textValue={title}>
              {title}{" "}
              <span className="hint">
                {[provider?.name, venue?.seats == null ? undefined : `${venue.seats} 座`]
                  .filter((part) => part !== undefined)
                  .join(" · ")}
              </span>{" "}
              {during &&
                (isFree(free, during) ? (
                  <span className="state state-good">空闲</span>
                ) : (
                  <span className="state state-wait">订不到</span>
                ))}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const NONE_FREE = "没有这段时间空闲的；不勾“只列空闲”，可以看到其余的场地和它们空闲的时间";

/** The document asks for a time even where none is shown. */
const SOME_TIME = { start: "2026-01-01T00:00:00Z", end: "2026-01-01T01:00:00Z" };

/** Whether free times, in their order, leave no gap within a range. */
function isFree(free: readonly Range[] | undefined, { start, end }: Range): boolean {
  let until = Date.parse(start);
  for (const slot of free ?? []) {
    if (Date.parse(slot.start) <= until) until = Math.max(until, Date.parse(slot.end));
  }
  return until >= Date.parse(end);
}
