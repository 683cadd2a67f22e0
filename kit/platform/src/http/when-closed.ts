import type { ServerResponse } from "node:http";

/**
 * Calls back once, when a response is over: it has been sent, or its client has gone. A client that went
 * before this was called, for instance while it was being identified, is told of at once: Node.js tells of
 * each close only once, and whoever listens later waits for ever.
 */
export function whenClosed(response: ServerResponse, closed: () => void): void {
  const { socket } = response.req;
  if (response.closed || socket.destroyed) return closed();
  // While it waits for another answer on the same connection (pipelining), a response is told nothing of the connection's end.
  const isBehind = response.socket === null;
  let isTold = false;
  const tell = (): void => {
    if (isBehind) socket.off("close", tell);
    if (isTold) return;
    isTold = true;
    closed();
  };
  // Not `once`: a response closes once and is let go of, and what `once` wraps costs every request.
  response.on("close", tell);
  if (isBehind) socket.on("close", tell);
}

/** Fires when a response is over, see {@link whenClosed}. Already aborted if it is. */
export function closedSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  whenClosed(response, () => controller.abort());
  return controller.signal;
}
