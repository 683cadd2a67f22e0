import { useSyncExternalStore } from "react";
import { claimsOf } from "./claims.ts";
import { type Issued, type Session, keepForSession, readKeptSession } from "./kept-session.ts";

/** Why nobody is signed in any more, where somebody was; `refused` if the hub never accepted the token. */
export type SessionEnd = "expired" | "refused" | "left" | undefined;

export interface SessionState {
  readonly session: Session | undefined;
  readonly end: SessionEnd;
  /** Subject of whoever is signed in, or was until the session expired. */
  readonly subject: string | undefined;
}

/** Whoever was signed in last; outlives a session that expires. */
const SUBJECT_KEY = "alliance-hub.subject";

let state: SessionState = readState();
const listeners = new Set<Listener>();

type Listener = (state: SessionState, before: SessionState) => void;

export const sessionState = (): SessionState => state;

/** @param token a JWT that has just come; its lifetime and its subject are read from it, and nothing else. */
export function beginSession(token: string, issued?: Issued): void {
  const { exp, iat } = claimsOf(token);
  // The clock of the machine may be wrong, so what counts is how long the token lives.
  const since = iat === undefined ? 0 : Date.now() / 1000 - iat;
  const expiresAt = exp === undefined ? undefined : (exp + since) * 1000;
  keepSession({ token, expiresAt, ...(issued ? { issued } : {}) });
}

/** Takes a session over that was begun or renewed elsewhere. */
export function keepSession(session: Session): void {
  const subject = subjectOf(session);
  keepForSession(session);
  if (subject !== undefined) sessionStorage.setItem(SUBJECT_KEY, subject);
  change({ session, end: undefined, subject });
}

export function endSession(end: SessionEnd): void {
  keepForSession(undefined);
  if (end === "left") sessionStorage.removeItem(SUBJECT_KEY);
  change({ session: undefined, end, subject: end === "left" ? undefined : state.subject });
}

/** Who is signed in, for a component. */
export function useSession(): SessionState {
  return useSyncExternalStore(watchSession, () => state);
}

/** Calls back after each change, a renewed token included. @returns what ends that. */
export function watchSession(changed: Listener): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Whether somebody else looks than before, or somebody where there was nobody: others may see other things. */
export const isOther = (now: SessionState, before: SessionState): boolean =>
  now.subject !== before.subject || !now.session !== !before.session;

function change(next: SessionState): void {
  const before = state;
  state = next;
  for (const changed of listeners) changed(state, before);
}

function readState(): SessionState {
  const session = readKeptSession();
  const subject = session ? subjectOf(session) : sessionStorage.getItem(SUBJECT_KEY);
  return { session, end: undefined, subject: subject ?? undefined };
}

function subjectOf({ token, issued }: Session): string | undefined {
  return claimsOf(token).sub ?? (issued && claimsOf(issued.idToken).sub);
}
