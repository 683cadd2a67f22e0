/** How a person likes to see the pages; kept by the browser. */
export interface Preferences {
  readonly theme: "system" | "light" | "dark";
  /** 大字: everything larger, for those who see less well. */
  readonly isLarge: boolean;
}

const KEY = "alliance-hub.preferences";
const DEFAULTS: Preferences = { theme: "system", isLarge: false };

export function readPreferences(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>;
    return { ...DEFAULTS, ...kept };
  } catch {
    return DEFAULTS;
  }
}

export function keepPreferences(preferences: Preferences): void {
  localStorage.setItem(KEY, JSON.stringify(preferences));
}

/** Shows the page that way. */
export function applyPreferences({ theme, isLarge }: Preferences): void {
  const { dataset } = document.documentElement;
  dataset["theme"] = theme;
  dataset["size"] = isLarge ? "large" : "normal";
}
