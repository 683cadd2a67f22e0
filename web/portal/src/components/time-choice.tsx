import { Choice } from "./choice.tsx";

const TIMES = Object.fromEntries(
  Array.from({ length: 48 }, (_, half) => {
    const time = `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;
    return [time, time];
  }),
);

interface TimeChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (time: string) => void;
  readonly onBlur?: () => void;
  readonly fault?: string | undefined;
  /** Whether 24:00, the end of the day, can be chosen. Default: it cannot. */
  readonly hasDayEnd?: boolean;
}

/** A time of the day, in steps of half an hour. One that lies between them stays as it is. */
export const TimeChoice = ({ hasDayEnd = false, ...props }: TimeChoiceProps) => (
  <Choice
    {...props}
    options={optionsFor([...(hasDayEnd ? ["24:00"] : []), props.value ?? []].flat())}
    placeholder="时间"
  />
);

function optionsFor(more: readonly string[]): Readonly<Record<string, string>> {
  if (more.every((time) => time in TIMES)) return TIMES;
  const times = [...new Set([...Object.keys(TIMES), ...more])].toSorted();
  return Object.fromEntries(times.map((time) => [time, time]));
}
