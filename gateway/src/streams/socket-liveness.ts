import type { Duplex } from "node:stream";
import { HEARTBEAT_MS, MOST_STALLED } from "@alliance-hub/platform/streams/event-stream";
import type { WebSocket } from "ws";

/**
 * Closes a connection whose client has gone or reads nothing: it does not answer a ping before the next one, or
 * reads nothing of what waits for it. Otherwise it would keep its memory and its stream slot for ever.
 */
export function watchLiveness(socket: WebSocket, connection: Duplex): void {
  let isHeard = true;
  let stalled = 0;
  const hear = (): void => {
    isHeard = true;
  };
  const drain = (): void => {
    stalled = 0;
    isHeard = true;
  };
  socket.on("message", hear);
  socket.on("pong", hear);
  connection.on("drain", drain);
  const interval = setInterval(() => {
    if (connection.writableNeedDrain) {
      if (++stalled >= MOST_STALLED) socket.terminate();
      return;
    }
    if (!isHeard) return socket.terminate();
    isHeard = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, HEARTBEAT_MS);
  socket.once("close", () => {
    clearInterval(interval);
    connection.off("drain", drain);
  });
}
