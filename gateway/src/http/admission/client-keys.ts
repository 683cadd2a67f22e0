import { hash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { LRUCache } from "lru-cache";
import { type TrustProxy, clientAddress } from "../request/client-address.ts";

/** Says whose share of the hub a request counts towards, before anybody is identified. */
export interface ClientKeys {
  /**
   * The viewer, if the token was valid before. Otherwise the address, which all clients share that are not
   * signed in or not known yet. An invented token never gets its own share.
   *
   * @param request the request, or the request that opened a WebSocket.
   */
  keyOf(
    request: Pick<IncomingMessage, "headers" | "socket">,
    authorization: string | undefined,
  ): string;
  /** Remembers whose token it is. */
  learn(authorization: string | undefined, viewer: Viewer): void;
  /** Forgets a token that is no longer valid. */
  forget(authorization: string | undefined): void;
}

/** How many tokens are remembered, by their hash. */
const REMEMBERED = 20_000;

/** No token is known yet. */
export function createClientKeys(trust: TrustProxy): ClientKeys {
  const subjects = new LRUCache<string, string>({ max: REMEMBERED });
  return {
    keyOf: (request, authorization) => {
      const subject = authorization && subjects.get(hash("sha256", authorization));
      return subject ? `viewer ${subject}` : `address ${clientAddress(request, trust)}`;
    },
    learn: (authorization, { subject }) => {
      if (authorization && subject !== null) subjects.set(hash("sha256", authorization), subject);
    },
    forget: (authorization) => {
      if (authorization) subjects.delete(hash("sha256", authorization));
    },
  };
}
