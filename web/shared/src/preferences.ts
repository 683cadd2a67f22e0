import { useSyncExternalStore } from "react";
import { type Preferences, applyPreferences, keepPreferences, readPreferences } from "./looks.ts";

let preferences = readPreferences();
const listeners = new Set<() => void>();
applyPreferences(preferences);

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => preferences,
  );
}

export function prefer(change: Partial<Preferences>): void {
  preferences = { ...preferences, ...change };
  keepPreferences(preferences);
  applyPreferences(preferences);
  for (const changed of listeners) changed();
}

/** The script that the pages are written in; the server chooses the page by this cookie. */
export type Script = "hans" | "hant";

export function chooseScript(script: Script): void {
  document.cookie = `script=${script}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
}
