import { was } from "./was.ts";

interface WasLineProps {
  readonly before: string;
  readonly now: string;
}

/** What a field said before, below those that have no place for a hint, such as days. */
export function WasLine({ before, now }: WasLineProps) {
  const words = was(before, now);
  return words === undefined ? null : <p className="hint">{words}</p>;
}
