import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** A list from which rows go as soon as they are done. */
export interface GoingRows {
  /** Of what is around the list, and can have the focus itself. Its rows can, too, and bear their ids as `data-row`. */
  readonly area: RefObject<HTMLElement | null>;
  readonly isGone: (id: string) => boolean;
  /** Takes rows away, with whatever is open in them. The focus goes where `leave` lets it go. */
  readonly go: (ids: string | readonly string[]) => void;
  /**
   * Lets the focus go on from a row that will go away: to the next one, to the one before if it was the last, and
   * to the list itself when nothing is left.
   */
  readonly leave: (id: string) => void;
  /** Lets the focus go to a row, whose button will go away. */
  readonly stay: (id: string) => void;
}

export function useGoingRows(): GoingRows {
  const area = useRef<HTMLElement>(null);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const rows = (): HTMLElement[] =>
    Array.from(area.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []);
  const at = (id: string): number => rows().findIndex(({ dataset }) => dataset["row"] === id);
  const after = (id: string): HTMLElement | null =>
    rows()[at(id) + 1] ?? rows()[at(id) - 1] ?? area.current;
  return {
    area,
    isGone: (id) => gone.has(id),
    go: (given) => {
      const ids = [given].flat();
      const [first = ""] = ids;
      const next = after(first)?.dataset["row"];
      // At once: a dialog that is open in the row would keep the focus.
      flushSync(() => setGone((before) => new Set([...before, ...ids])));
      // The next row may stand elsewhere now, such as out of what was folded.
      (rows()[at(next ?? "")] ?? area.current)?.focus();
    },
    leave: (id) => after(id)?.focus(),
    stay: (id) => rows()[at(id)]?.focus(),
  };
}
