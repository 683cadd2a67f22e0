import { StateMark } from "../../components/state-mark.tsx";
import { type Day, addDays, dayOf, showDay } from "../../words/time.ts";

/** How long before its end a term is marked, in days. */
const SOON_DAYS = 90;

interface TermMarkProps {
  readonly term: { readonly number: number; readonly endsOn: Day } | null | undefined;
}

/** The term that runs, marked where it is nearly over or there is none. */
export function TermMark({ term }: TermMarkProps) {
  if (!term) return <StateMark tone="bad">没有任期，请换届</StateMark>;
  const words = `第 ${term.number} 届，至${showDay(term.endsOn)}`;
  if (term.endsOn > addDays(dayOf(new Date()), SOON_DAYS)) return <span>{words}</span>;
  return <StateMark tone="wait">{`${words}，即将届满`}</StateMark>;
}
