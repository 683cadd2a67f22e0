import { Button } from "../../components/button.tsx";
import { type ChosenTime, showChosenTime, timeOfRange } from "../../words/chosen-time.ts";
import type { Day } from "../../words/time.ts";

interface TimesInsteadProps {
  /** The day that was wanted. */
  readonly day: Day | undefined;
  readonly times: readonly ChosenTime[];
  readonly onChoose: (time: ChosenTime) => void;
}

/** Times that can be had instead of one that cannot: each can be taken over into the form. */
export function TimesInstead({ day, times, onChoose }: TimesInsteadProps) {
  return (
    <div className="buttons" role="group" aria-label="可以改约的时间">
      {times.map((one) => (
        <Button key={`${one.day}${one.from}`} onPress={() => onChoose(one)}>
          {showChosenTime(one, day)}
        </Button>
      ))}
    </div>
  );
}

/** The times that the hub offers where it rejects one. @param ranges as its error has them. */
export const timesOf = (
  ranges: readonly { readonly start: string; readonly end: string }[],
): readonly ChosenTime[] => ranges.map(timeOfRange);
