import { useSyncExternalStore } from "react";
import { isOther, watchSession } from "@alliance-hub/web-shared/session.ts";
import { type Position, findPosition } from "./position.ts";

/**
 * Where the device is, once somebody pressed the button. Kept by this page of the browser alone until it is left or
 * loaded again: neither the address nor anything that is stored has it, so that a link or a log does not tell where
 * somebody was.
 */
let here: Position | undefined;
const watchers = new Set<() => void>();

function keep(position: Position | undefined): void {
  here = position;
  for (const tell of watchers) tell();
}

// The next one at this device has not been asked.
watchSession((now, before) => {
  if (isOther(now, before)) keep(undefined);
});

/** Where the device is, as far as it was asked. */
export const useHere = (): Position | undefined =>
  useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => here,
  );

/** Asks the browser. @returns whether it says. */
export async function findHere(): Promise<boolean> {
  const found = await findPosition();
  if (found) keep(found);
  return found !== undefined;
}
