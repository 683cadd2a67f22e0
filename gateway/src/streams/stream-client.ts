import type { IncomingMessage } from "node:http";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { ClientKeys } from "../http/admission/client-keys.ts";

/** On whose account streams are open. */
export interface StreamClient {
  readonly key: string;
  /** Whether it is all clients at an address that do not say who they are. */
  readonly isAnonymous: boolean;
}

/** The viewer, or the address of one who is nobody. @param request by which the stream or the socket was opened. */
export function streamClientOf(
  { subject }: Viewer,
  request: Pick<IncomingMessage, "headers" | "socket">,
  clients: Pick<ClientKeys, "keyOf">,
): StreamClient {
  return subject === null
    ? { key: clients.keyOf(request, undefined), isAnonymous: true }
    : { key: `viewer ${subject}`, isAnonymous: false };
}
