import { useSyncExternalStore } from "react";

/** Who has signed in, as far as the page knows: the hub finds out anew with each request. */
export interface Session {
  readonly token: string;
  /** When the token stops being good, in milliseconds since 1970; undefined where the token does not say. */
  readonly expiresAt: number | undefined;
}

/** Why nobody is signed in any more, where somebody was. */
export type SessionEnd = "expired" | "left" | undefined;

export interface SessionState {
  readonly session: Session | undefined;
  readonly end: SessionEnd;
}

/** In the session's storage alone: gone with the tab, and never sent by the browser by itself. */
const KEY = "alliance-hub.session";

let state: SessionState = { session: read(), end: undefined };
const listeners = new Set<(state: SessionState) => void>();

/** The token to send, if there is one that is still good. */
export function currentToken(): string | undefined {
  const { session } = state;
  if (!session) return undefined;
  if (session.expiresAt === undefined || session.expiresAt > Date.now()) return session.token;
  endSession("expired");
  return undefined;
}

/** @param token a JWT; its lifetime is read from it, and nothing else. */
export function beginSession(token: string): void {
  const session = { token, expiresAt: expiryOf(token) };
  sessionStorage.setItem(KEY, JSON.stringify(session));
  change({ session, end: undefined });
}

export function endSession(end: SessionEnd): void {
  sessionStorage.removeItem(KEY);
  change({ session: undefined, end });
}

/** Who is signed in, for a component. */
export function useSession(): SessionState {
  return useSyncExternalStore(watchSession, () => state);
}

/** Calls back after each change. @returns what ends that. */
export function watchSession(changed: (state: SessionState) => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function change(next: SessionState): void {
  state = next;
  for (const changed of listeners) changed(state);
}

function read(): Session | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as Session);
}

function expiryOf(token: string): number | undefined {
  try {
    const payload = token.split(".")[1] ?? "";
    const { exp } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as {
      exp?: unknown;
    };
    return typeof exp === "number" ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
