import type { Duplex } from "node:stream";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL } from "graphql-ws";
import { WebSocketServer } from "ws";
import { isAllowedOrigin } from "../http/origins.ts";
import { SocketConnection, type SocketConfig } from "./socket-connection.ts";

/** What WebSockets are opened with. */
export interface WebSocketConfig extends SocketConfig {
  /** Longest message, in bytes. */
  readonly bodyBytes: number;
  /** Origins of portals. */
  readonly corsOrigins: readonly string[];
}

/** How long a client may take to close its connection when the hub stops, in milliseconds. */
const GRACE_MS = 2000;

/** Closed with this, clients come back: the server stops (RFC 6455, section 7.4). */
const GOING_AWAY = 1001;

/**
 * Operations over WebSocket, on the same path, in the protocol `graphql-transport-ws`. Who asks stands in the
 * `authorization` of the `connection_init` message or, from other than browsers, in the header.
 */
export function addWebSocket(app: FastifyInstance, config: WebSocketConfig): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: config.bodyBytes,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Node.js has taken its own listener away: a connection that breaks now would end the process.
    socket.on("error", () => socket.destroy());
    if (request.url?.split("?")[0] !== "/graphql") return refuse(socket, "404 Not Found");
    const { origin } = request.headers;
    // Browsers open WebSockets to anywhere and only say from where (RFC 6455, section 10.2).
    if (origin !== undefined && !isAllowedOrigin(origin, request.headers, config.corsOrigins))
      return refuse(socket, "403 Forbidden");
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (opened.protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL)
        return void new SocketConnection(opened, request, config);
      opened.on("error", () => undefined);
      opened.close(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
    });
  };
  app.server.on("upgrade", upgrade);
  app.addHook("preClose", async () => {
    app.server.off("upgrade", upgrade);
    for (const socket of sockets.clients) socket.close(GOING_AWAY, "The hub stops. Come back.");
    // Who takes nothing does not hold up a hub that stops.
    const grace = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, GRACE_MS);
    await new Promise((resolve) => sockets.close(resolve));
    clearTimeout(grace);
  });
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
