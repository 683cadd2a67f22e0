import type { Noun } from "../words/nouns.ts";
import { illegalTransition } from "./hub-error.ts";

/** The states that may follow each state. */
export type StateMachine<S extends string> = Readonly<Record<S, readonly S[]>>;

/**
 * Rejects a step that the state machine does not have.
 *
 * @throws HubError `ILLEGAL_TRANSITION`, naming the state and the steps allowed from it.
 */
export function requireTransition<S extends string>(
  machine: StateMachine<S>,
  record: { readonly id: string; readonly state: S },
  step: { readonly noun: Noun; readonly to: S },
): void {
  const allowed = machine[record.state];
  if (!allowed.includes(step.to)) {
    throw illegalTransition({
      noun: step.noun,
      id: record.id,
      state: record.state,
      wanted: step.to,
      allowed,
    });
  }
}
