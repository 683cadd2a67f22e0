// Session storage: gone when the tab is closed, and not shared with other tabs. Never local storage.
const key = "alliance-hub:token";

export function readToken(): string {
  return sessionStorage.getItem(key) ?? "";
}

/** Takes what people paste: with line breaks around it, or with the scheme in front. */
export function storeToken(pasted: string): string {
  const token = pasted.trim().replace(/^bearer\s+/i, "");
  if (token) sessionStorage.setItem(key, token);
  else sessionStorage.removeItem(key);
  changes.dispatchEvent(new Event("change"));
  return token;
}

const changes = new EventTarget();

/** Calls whenever the token has changed. @returns how to stop it. */
export function watchToken(onChange: () => void): () => void {
  changes.addEventListener("change", onChange);
  return () => changes.removeEventListener("change", onChange);
}

/** What a token says. Nothing is verified here; the hub does that. */
export interface TokenClaims {
  subject: string;
  /** When it ends; absent when it does not say. */
  expiresAt?: Date;
}

/** Reads a JWT's payload (RFC 7519, section 3); undefined for anything else. */
export function readClaims(token: string): TokenClaims | undefined {
  try {
    const payload = token.split(".")[1] ?? "";
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, "+").replace(/_/g, "/")), (c) =>
      c.charCodeAt(0),
    );
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as {
      sub?: unknown;
      name?: unknown;
      exp?: unknown;
    };
    const subject = [claims.name, claims.sub].find((value) => typeof value === "string") ?? "";
    if (typeof claims.exp !== "number") return { subject };
    return { subject, expiresAt: new Date(claims.exp * 1000) };
  } catch {
    return undefined;
  }
}
