import { CloseCode } from "graphql-ws";
import type { WebSocket } from "ws";

/** Counts WebSockets whose client has not said yet who it is; they do not have a stream slot yet. */
export interface OpeningSockets {
  /**
   * Counts one more WebSocket of an address.
   *
   * @returns undefined if there are too many. Otherwise dispose of the result when the client is known, or has
   *   gone. Disposing of it again does nothing.
   */
  take(address: string): Disposable | undefined;
}

/** None. @param perAddress how many there may be at once. */
export function createOpeningSockets(perAddress: number): OpeningSockets {
  const opening = new Map<string, number>();
  return {
    take: (address) => {
      const own = opening.get(address) ?? 0;
      if (own >= perAddress) return undefined;
      opening.set(address, own + 1);
      let isOpening = true;
      return {
        [Symbol.dispose]: () => {
          if (!isOpening) return;
          isOpening = false;
          const left = (opening.get(address) ?? 1) - 1;
          if (left > 0) opening.set(address, left);
          else opening.delete(address);
        },
      };
    },
  };
}

/** How long a client may take to say who it is, in milliseconds. */
const INIT_WITHIN_MS = 3000;

/** Closes a WebSocket whose client does not send `connection_init` in time. */
export function closeUnlessInitialised(socket: WebSocket, isInitialised: () => boolean): void {
  const late = setTimeout(() => {
    const { ConnectionInitialisationTimeout: code } = CloseCode;
    if (!isInitialised()) socket.close(code, "Connection initialisation timeout");
  }, INIT_WITHIN_MS);
  socket.once("close", () => clearTimeout(late));
}
