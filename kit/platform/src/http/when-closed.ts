import type { ServerResponse } from "node:http";

/**
 * Calls back once, when a response has ended: it was sent, or its client has gone. If the client went before
 * this was called, for instance while it was being identified, it calls back at once. Node.js emits each close
 * only once, so a later listener would wait for ever.
 */
export function whenClosed(response: ServerResponse, closed: () => void): void {
  const { socket } = response.req;
  if (response.closed || socket.destroyed) return closed();
  // While a response waits for another answer on the same connection (pipelining), it gets no event when the
  // connection ends.
  const isBehind = response.socket === null;
  let isTold = false;
  const tell = (): void => {
    if (isBehind) socket.off("close", tell);
    if (isTold) return;
    isTold = true;
    closed();
  };
  // Not `once`: a response closes only once and is then released, and the wrapper of `once` would cost time in
  // every request.
  response.on("close", tell);
  if (isBehind) socket.on("close", tell);
}

/** Fires when a response has ended, see {@link whenClosed}. Already aborted if it has. */
export function closedSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  whenClosed(response, () => controller.abort());
  return controller.signal;
}
