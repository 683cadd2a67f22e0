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
}

/** A time of the day, in steps of half an hour. */
export const TimeChoice = (props: TimeChoiceProps) => (
  <Choice {...props} options={TIMES} placeholder="时间" />
);
