import type { ReactNode } from "react";

interface AwaitingProps {
  readonly title: string;
  /** How many there are in all; nothing is shown where there are none. */
  readonly count: number | undefined;
  /** Rows, as list items. */
  readonly children: ReactNode;
  /** Where the rest of them is. */
  readonly more?: ReactNode;
}

/** One kind of what awaits somebody. */
export function Awaiting({ title, count = 0, children, more }: AwaitingProps) {
  if (count === 0) return null;
  return (
    <section className="stack awaiting">
      <h3>
        {title} <span className="count">{count}</span>
      </h3>
      <ul className="rows">{children}</ul>
      {more}
    </section>
  );
}
