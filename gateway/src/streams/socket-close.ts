import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { CloseCode } from "graphql-ws";

/** How a connection is closed: the code, and the reason in words. */
export type SocketClose = readonly [code: number, reason: string];

/** With this code clients reconnect: the hub has a problem (IANA's registry of close codes). */
export const TRY_AGAIN_LATER: SocketClose = [1013, "Connect again in a moment."];

/**
 * How a connection is closed whose client is not let in. The protocol has no message for this. The code says
 * it, and the reason if there is room.
 */
export function closeFor(error: unknown): SocketClose {
  if (!(error instanceof HubError)) return TRY_AGAIN_LATER;
  if (error.code === "UNAUTHENTICATED") return [CloseCode.Forbidden, "Forbidden"];
  return error.code === "RATE_LIMITED" ? [4429, reasonOf(error.message)] : TRY_AGAIN_LATER;
}

/** Maximum length of a close reason, in bytes (RFC 6455, section 5.5). */
function reasonOf(message: string): string {
  return Buffer.from(message).subarray(0, 120).toString();
}
