import type { IncomingMessage } from "node:http";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { ClientKeys } from "../http/admission/client-keys.ts";

/** The client whose streams are counted. */
export interface StreamClient {
  readonly key: string;
  /** Whether it stands for all anonymous clients at an address. */
  readonly isAnonymous: boolean;
}

/**
 * The viewer, or the address of an anonymous client. @param request the request that opened the stream or the
 * socket.
 */
export function streamClientOf(
  { subject }: Viewer,
  request: Pick<IncomingMessage, "headers" | "socket">,
  clients: Pick<ClientKeys, "keyOf">,
): StreamClient {
  return subject === null
    ? { key: clients.keyOf(request, undefined), isAnonymous: true }
    : { key: `viewer ${subject}`, isAnonymous: false };
}
