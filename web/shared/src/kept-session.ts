/** Who has signed in, as far as the page knows: the hub finds out anew with each request. */
export interface Session {
  readonly token: string;
  /** When the token stops being good, in milliseconds since 1970; undefined where the token does not say. */
  readonly expiresAt: number | undefined;
  /** What an issuer gave beside the token; undefined in demonstration mode, where nothing is renewed. */
  readonly issued?: Issued;
}

/** What a session is renewed and ended with. */
export interface Issued {
  /** Names the sign-in: the same in a tab and in its duplicates, which have one refresh token between them. */
  readonly signInId: string;
  readonly refreshToken?: string;
  readonly idToken: string;
  readonly scope?: string;
}

/** In the session's storage alone: gone with the tab, and never sent by the browser by itself. */
const KEY = "alliance-hub.session";

export function readKeptSession(): Session | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as Session);
}

/** @param session undefined if nobody is signed in any more. */
export function keepForSession(session: Session | undefined): void {
  if (session) sessionStorage.setItem(KEY, JSON.stringify(session));
  else sessionStorage.removeItem(KEY);
}

/** Whether the token is still good by the page's clock. */
export const isCurrent = ({ expiresAt }: Session): boolean =>
  expiresAt === undefined || expiresAt > Date.now();
