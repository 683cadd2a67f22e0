import { type WhenValues, whenOfTime } from "../../../forms/when.ts";
import { Refused } from "../../../graph/ask.ts";
import { TimesInstead, timesOf } from "../../resource/times-instead.tsx";

interface TimesRefusedProps {
  /** Why the hub rejected the activity's time. */
  readonly error: Error | null;
  readonly values: WhenValues;
  readonly set: (time: Partial<WhenValues>) => void;
}

/** The times that the hub offers where it rejects one, each to be taken over into the form. */
export function TimesRefused({ error, values, set }: TimesRefusedProps) {
  const times = error instanceof Refused ? timesOf(error.nearest) : [];
  if (times.length === 0) return null;
  return (
    <div className="stack" role="status">
      <p>这些时间可以订到场地：</p>
      <TimesInstead day={values.day} times={times} onChoose={(time) => set(whenOfTime(time))} />
    </div>
  );
}
