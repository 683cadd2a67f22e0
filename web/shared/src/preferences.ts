import { useSyncExternalStore } from "react";

/** How a person likes to see the pages; kept by the browser. */
export interface Preferences {
  readonly theme: "system" | "light" | "dark";
  /** 大字: everything larger, for those who see less well. */
  readonly isLarge: boolean;
}

const KEY = "alliance-hub.preferences";
const DEFAULTS: Preferences = { theme: "system", isLarge: false };

let preferences: Preferences = { ...DEFAULTS, ...read() };
const listeners = new Set<() => void>();
apply();

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
  localStorage.setItem(KEY, JSON.stringify(preferences));
  apply();
  for (const changed of listeners) changed();
}

function apply(): void {
  const { dataset } = document.documentElement;
  dataset["theme"] = preferences.theme;
  dataset["size"] = preferences.isLarge ? "large" : "normal";
}

function read(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>;
  } catch {
    return {};
  }
}

/** The script that the pages are written in; the server chooses the page by this cookie. */
export type Script = "hans" | "hant";

export function chooseScript(script: Script): void {
  document.cookie = `script=${script}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
}
