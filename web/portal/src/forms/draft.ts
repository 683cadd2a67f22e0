import { watchSession } from "@alliance-hub/web-shared/session.ts";

const PREFIX = "alliance-hub.draft.";

/** What was typed into a form and not sent, by the form's name. In the session's storage: gone with the tab. */
export function readDraft(name: string): object {
  const text = sessionStorage.getItem(PREFIX + name);
  return text === null ? {} : (JSON.parse(text) as object);
}

export function keepDraft(name: string, changed: object): void {
  sessionStorage.setItem(PREFIX + name, JSON.stringify(changed));
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name);
}

// Whoever signs out leaves nothing behind. After a session that expired, drafts are still wanted.
watchSession((state) => {
  if (state.end !== "left") return;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
});
