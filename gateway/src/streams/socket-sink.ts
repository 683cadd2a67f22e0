import type { Duplex } from "node:stream";
import { drained } from "@alliance-hub/platform/streams/drained";
import type { WebSocket } from "ws";
import type { Sink } from "./delivery.ts";

/** A WebSocket, the connection below it, and the end of one operation over it. */
export interface Sockets {
  readonly socket: Pick<WebSocket, "send" | "readyState" | "OPEN">;
  readonly connection: Duplex;
  /** Fires when the client ends the operation. */
  readonly ended: AbortSignal;
}

/**
 * Sends results as `next` messages of one operation (`graphql-transport-ws`), in one piece. Results are JSON
 * already; only the parts of this operation are written around them.
 */
export function createSocketSink(id: string, { socket, connection, ended }: Sockets): Sink {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  return {
    write: ({ deliveries }) => {
      if (ended.aborted || socket.readyState !== socket.OPEN) return true;
      connection.cork();
      for (const { text } of deliveries) if (text !== undefined) socket.send(`${head}${text}}`);
      connection.uncork();
      return !connection.writableNeedDrain;
    },
    drained: () => drained(connection),
  };
}
