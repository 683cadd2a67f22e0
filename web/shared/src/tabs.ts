import type { Session } from "./kept-session.ts";
import { endSession, keepSession, sessionState, watchSession } from "./session.ts";

/**
 * A duplicated tab has a copy of the session, and so the same refresh token. Issuers that rotate it take a second
 * use for theft and end both. So the tabs of one sign-in tell each other of what is renewed, and of its end.
 */
type Message =
  | { readonly kind: "session"; readonly session: Session }
  | { readonly kind: "question"; readonly signInId: string; readonly token: string }
  | { readonly kind: "left"; readonly signInId: string };

/** How long another tab may take to answer, in milliseconds. */
const ANSWER_WITHIN_MS = 200;

const channel = new BroadcastChannel("alliance-hub.session");

channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
  const { session } = sessionState();
  const ownId = session?.issued?.signInId;
  if (!session || ownId === undefined) return;
  if (data.kind === "session") {
    if (data.session.issued?.signInId === ownId && isNewer(data.session, session))
      keepSession(data.session);
  } else if (data.signInId !== ownId) return;
  else if (data.kind === "left") endSession("left");
  else if (data.token !== session.token) post({ kind: "session", session });
});

watchSession(({ session, end }, before) => {
  const signInId = before.session?.issued?.signInId;
  if (session?.issued) post({ kind: "session", session });
  else if (end === "left" && signInId !== undefined) post({ kind: "left", signInId });
});

/** Waits for a moment whether another tab has renewed the session; if so, it is taken over. */
export async function askOtherTabs(session: Session): Promise<void> {
  if (!session.issued) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = watchSession(() => resolve());
  const timer = setTimeout(resolve, ANSWER_WITHIN_MS);
  post({ kind: "question", signInId: session.issued.signInId, token: session.token });
  await promise;
  clearTimeout(timer);
  end();
}

/** Runs while no other tab of the same sign-in does. */
export async function alone(signInId: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(`alliance-hub.renewal.${signInId}`, work);
}

const isNewer = (one: Session, other: Session): boolean =>
  (one.expiresAt ?? 0) > (other.expiresAt ?? 0);

function post(message: Message): void {
  channel.postMessage(message);
}
