import { sessionState, watchSession } from "@alliance-hub/web-shared/session.ts";

const PREFIX = "alliance-hub.draft.";

/**
 * What was typed into a form and not sent, by the form's name and by who typed it: whoever signs in next in the same
 * tab sees nothing of it. In the session's storage: gone with the tab.
 */
export function readDraft(name: string): object {
  const text = sessionStorage.getItem(keyOf(name));
  return text === null ? {} : (JSON.parse(text) as object);
}

export function keepDraft(name: string, changed: object): void {
  sessionStorage.setItem(keyOf(name), JSON.stringify(changed));
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(keyOf(name));
}

/** After a session that expired, drafts are still those of whoever was signed in. */
const keyOf = (name: string): string => `${ofPerson(sessionState().subject)}${name}`;

const ofPerson = (subject: string | undefined): string =>
  `${PREFIX}${encodeURIComponent(subject ?? "")}.`;

// Whoever signs out leaves nothing behind.
watchSession((now, before) => {
  if (now.end !== "left") return;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(ofPerson(before.subject))) sessionStorage.removeItem(key);
  }
});
