import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { tell } from "@alliance-hub/platform/errors/tell";
import type { Language } from "@alliance-hub/platform/words/language";
import { CloseCode } from "graphql-ws";

/** How a connection is closed: the code, and the reason in words. */
export type SocketClose = readonly [code: number, reason: string];

/** With this code clients reconnect: the hub has a problem (IANA's registry of close codes). */
export const TRY_AGAIN_LATER: SocketClose = [1013, "Connect again in a moment."];

/**
 * How a connection is closed whose client is not let in. The protocol has no message for this. The code says
 * it, and the reason if there is room.
 */
export function closeFor(error: unknown, language: Language): SocketClose {
  if (!(error instanceof HubError)) return TRY_AGAIN_LATER;
  if (error.code === "UNAUTHENTICATED") return [CloseCode.Forbidden, "Forbidden"];
  if (error.code !== "RATE_LIMITED") return TRY_AGAIN_LATER;
  return [4429, reasonOf(tell(error.toJSON(), language).message)];
}

/** Maximum length of a close reason, in bytes (RFC 6455, section 5.5). A character that is cut off is left out. */
function reasonOf(message: string): string {
  return new TextDecoder().decode(Buffer.from(message).subarray(0, 120), { stream: true });
}
