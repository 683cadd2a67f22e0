import { useEffect, useRef, useState } from "react";
import type { Day } from "../../words/time.ts";

/** The hub takes no earlier year: whoever types 2026 has typed 2, 20 and 202 before. */
const FIRST_YEAR = 1900;

interface TypedDay {
  /** What the field shows. */
  readonly shown: Day | undefined;
  /** Takes what the field has now. */
  readonly type: (day: Day | undefined) => void;
}

/** A day as it is typed: while its year is not whole, the field shows it, and nobody else is told of a day yet. */
export function useTypedDay(
  value: Day | undefined,
  onChange: (day: Day | undefined) => void,
): TypedDay {
  const [typed, setTyped] = useState<Day>();
  const before = useRef(value);
  // A day that is taken over from elsewhere takes the place of what was typed.
  useEffect(() => {
    if (before.current === undefined && value !== undefined) setTyped(undefined);
    before.current = value;
  }, [value]);
  return {
    shown: typed ?? value,
    type: (day) => {
      const isWhole = day === undefined || Number(day.slice(0, 4)) >= FIRST_YEAR;
      setTyped(isWhole ? undefined : day);
      onChange(isWhole ? day : undefined);
    },
  };
}
