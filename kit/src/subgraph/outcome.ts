import type { Outcome } from "../errors/database-away.ts";

/** Calls in which a change was committed. */
const changed = new WeakSet<object>();

/** Notes that a change of this call was committed. @param context of the call. */
export function noteChange(context: object): void {
  changed.add(context);
}

/** What is known of a mutation that could not be answered. @param context of the call. */
export function outcomeOf(context: object): Outcome {
  return changed.has(context) ? "CHANGED" : "UNCHANGED";
}
