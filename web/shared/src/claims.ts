/** Claims of a token that pages look at. Nothing is checked here: the hub does that. */
export interface Claims {
  readonly sub?: string;
  /** When it expires, in seconds since 1970. */
  readonly exp?: number;
  /** When it was issued, in seconds since 1970. */
  readonly iat?: number;
}

/** @returns nothing for a token that is no JWT. */
export function claimsOf(token: string): Claims {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
  } catch {
    return {};
  }
}
