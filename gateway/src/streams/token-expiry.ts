import { decodeJwt } from "jose";

/** Longest delay of a timer in Node.js, in milliseconds: less than 25 days. */
const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * Fires when the client's token, which has been checked before, expires.
 *
 * @param authorization the header; partner keys and anonymous clients do not expire.
 * @param longestMs maximum time before the clock is read again, in milliseconds. Default: the maximum of a
 *   timer.
 */
export function expiryOf(
  authorization: string | undefined,
  longestMs = LONGEST_TIMER_MS,
): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const expiresAt = expiryTime(authorization);
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const leftMs = (expiresAt ?? Infinity) - Date.now();
    if (leftMs <= 0) controller.abort();
    else timer = setTimeout(look, Math.min(longestMs, leftMs));
  };
  if (expiresAt !== undefined) look();
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) };
}

/** In milliseconds since 1970; undefined if it is not a JWT, such as a partner's key. */
function expiryTime(authorization: string | undefined): number | undefined {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined || token.split(".").length !== 3) return undefined;
  const { exp } = decodeJwt(token);
  return exp === undefined ? undefined : exp * 1000;
}
