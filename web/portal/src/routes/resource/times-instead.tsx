import { Button } from "../../components/button.tsx";
import { type Day, dayOf, showDay, showTime } from "../../words/time.ts";

/** A day and hours of it, as the form has them. */
export interface ChosenTime {
  readonly day: Day;
  readonly from: string;
  readonly to: string;
}

interface TimesInsteadProps {
  /** The day that was wanted. */
  readonly day: Day | undefined;
  readonly times: readonly ChosenTime[];
  readonly onChoose: (time: ChosenTime) => void;
}

/** Times that can be had instead of one that cannot: each is taken over into the form. */
export function TimesInstead({ day, times, onChoose }: TimesInsteadProps) {
  return (
    <div className="buttons" role="group" aria-label="可以改约的时间">
      {times.map((one) => (
        <Button
          key={`${one.day}${one.from}`}
          onPress={() => onChoose({ day: one.day, from: one.from, to: one.to })}
        >
          {one.day === day ? "当天" : showDay(one.day)} {one.from}–{one.to}
        </Button>
      ))}
    </div>
  );
}

/** The times that the hub offers where it rejects one; only those within a day fit into a form. */
export const timesOf = (
  ranges: readonly { readonly start: string; readonly end: string }[],
): readonly ChosenTime[] =>
  ranges
    .filter(({ start, end }) => dayOf(start) === dayOf(end))
    .map(({ start, end }) => ({ day: dayOf(start), from: showTime(start), to: showTime(end) }));
