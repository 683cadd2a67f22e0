import { useSyncExternalStore } from "react";

/** A connection that is back within this time was never lost, for whoever looks; in milliseconds. */
const MOMENT_MS = 3000;

let isLost = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Says whether the hub tells of updates now. */
export function setConnected(isConnected: boolean): void {
  if (isConnected) {
    clearTimeout(timer);
    timer = undefined;
    change(false);
  } else timer ??= setTimeout(() => change(true), MOMENT_MS);
}

/** Whether the connection has been lost for more than a moment, for a component. */
export function useLost(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => isLost,
  );
}

function change(now: boolean): void {
  if (isLost === now) return;
  isLost = now;
  for (const changed of listeners) changed();
}
