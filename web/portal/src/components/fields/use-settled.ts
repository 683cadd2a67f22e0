import { useEffect, useState } from "react";

/** How long somebody must have stopped typing before the hub is asked, in milliseconds. */
export const TYPING_MS = 300;

/** What is typed, once it has been left alone for a moment. */
interface Settled<Value> {
  readonly value: Value;
  /** Whether that is what stands there now. */
  readonly isSettled: boolean;
}

/** Waits until the typing pauses. @param value plain data, compared as such. The first one counts at once. */
export function useSettled<Value>(value: Value): Settled<Value> {
  // Nothing at all has no text.
  const text = JSON.stringify(value) as string | undefined;
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return {
    value: (settled === undefined ? undefined : JSON.parse(settled)) as Value,
    isSettled: settled === text,
  };
}
