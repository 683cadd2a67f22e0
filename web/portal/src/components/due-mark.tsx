import { dueGroupOf, showDue, showOverdue } from "../words/due.ts";
import { OverdueMark } from "./overdue-mark.tsx";

interface DueMarkProps {
  readonly dueAt: string | null | undefined;
  readonly now: Date;
}

/** Until when something is to be done, and whether that is over. */
export function DueMark({ dueAt, now }: DueMarkProps) {
  if (dueAt == null) return null;
  return (
    <>
      <span className="row-time">{showDue(dueAt)}</span>
      {dueGroupOf(dueAt, now) === "overdue" && <OverdueMark>{showOverdue(dueAt, now)}</OverdueMark>}
    </>
  );
}
