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
}

/** A time of the day, in steps of half an hour. One that lies between them stays as it is. */
export const TimeChoice = (props: TimeChoiceProps) => (
  <Choice {...props} options={optionsFor(props.value)} placeholder="时间" />
);

function optionsFor(value: string | undefined): Readonly<Record<string, string>> {
  if (value === undefined || value in TIMES) return TIMES;
  const times = [...Object.keys(TIMES), value].toSorted();
  return Object.fromEntries(times.map((time) => [time, time]));
}
