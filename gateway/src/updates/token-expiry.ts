import { decodeJwt } from "jose";

/** Longest delay of a timer in Node.js, in milliseconds. */
const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * Fires when the token that a client came with, which has been checked before, is no longer good.
 *
 * @param authorization the header; partner keys and anonymous clients have no such time.
 */
export function expiryOf(
  authorization: string | undefined,
): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const expiresAt = expiryTime(authorization);
  const timer =
    expiresAt === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(),
          Math.min(LONGEST_TIMER_MS, Math.max(0, expiresAt - Date.now())),
        );
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) };
}

/** In milliseconds since 1970; undefined for what is no JWT, such as a partner's key. */
function expiryTime(authorization: string | undefined): number | undefined {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined || token.split(".").length !== 3) return undefined;
  const { exp } = decodeJwt(token);
  return exp === undefined ? undefined : exp * 1000;
}
