import type { Duplex } from "node:stream";
import type { IncomingMessage } from "node:http";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { tell } from "@alliance-hub/platform/errors/tell";
import type { Language } from "@alliance-hub/platform/words/language";
import type { FastifyInstance } from "fastify";
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL } from "graphql-ws";
import { WebSocketServer } from "ws";
import { isAllowedOrigin } from "../http/request/origins.ts";
import { createOpeningSockets } from "./opening-sockets.ts";
import { SocketConnection, type SocketConfig } from "./socket-connection.ts";

/** What opening WebSockets needs. */
export interface WebSocketConfig extends SocketConfig {
  /** Maximum length of a message, in bytes. */
  readonly bodyBytes: number;
  /** Maximum number of connections of one address whose client has not said yet who it is. */
  readonly openingPerAddress: number;
  /** Origins of portals. */
  readonly corsOrigins: readonly string[];
}

/** How long a client may take to close its connection when the hub stops, in milliseconds. */
const GRACE_MS = 2000;

/** With this code clients reconnect: the server stops (RFC 6455, section 7.4). */
const GOING_AWAY = 1001;

/**
 * Operations over WebSocket, on the same path, in the protocol `graphql-transport-ws`. The token is in
 * `authorization` of the `connection_init` message or, if the client is not a browser, in the header.
 */
export function addWebSocket(app: FastifyInstance, config: WebSocketConfig): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: config.bodyBytes,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });

  const openings = createOpeningSockets(config.openingPerAddress);

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Node.js has removed its own listener, so a connection that breaks now would end the process.
    socket.on("error", () => socket.destroy());
    if (request.url?.split("?")[0] !== "/graphql") return refuse(socket, "404 Not Found");
    const { origin } = request.headers;
    // Browsers open WebSockets to any server and only say from which page (RFC 6455, section 10.2).
    if (origin !== undefined && !isAllowedOrigin(origin, request.headers, config.corsOrigins))
      return refuse(socket, "403 Forbidden");
    const opening = openings.take(config.clients.keyOf(request, undefined));
    if (!opening) {
      const language = config.chooseLanguage(request.headers["accept-language"]);
      const { message } = tell(tooMany(config.openingPerAddress).toJSON(), language);
      return refuse(socket, "429 Too Many Requests", { message, language });
    }
    socket.once("close", () => opening[Symbol.dispose]());
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (opened.protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL)
        return void new SocketConnection(opened, { request, opening }, config);
      opened.on("error", () => undefined);
      opened.close(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
    });
  };
  app.server.on("upgrade", upgrade);
  app.addHook("preClose", async () => {
    app.server.off("upgrade", upgrade);
    for (const socket of sockets.clients)
      socket.close(GOING_AWAY, "The hub is stopping. Connect again.");
    // A client that reads nothing does not delay a hub that stops.
    const grace = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, GRACE_MS);
    await new Promise((resolve) => sockets.close(resolve));
    clearTimeout(grace);
  });
}

/**
 * When clients of an address with too many connections may come back, in seconds. By then the existing ones
 * have been greeted or closed.
 */
const RETRY_AFTER_SECONDS = 3;

function tooMany(most: number): HubError {
  return new HubError("RATE_LIMITED", {
    zh: `您所在地址有 ${most} 个 WebSocket 已打开而未发送 connection_init，已达上限。请发送该消息，或在 ${RETRY_AFTER_SECONDS} 秒后重试。`,
    en: `Your address has ${most} open WebSockets that have not sent connection_init, which is the limit. Send it, or try again in ${RETRY_AFTER_SECONDS} s.`,
  });
}

/** What is said to a client that gets no WebSocket. */
interface Reason {
  readonly message: string;
  readonly language: Language;
}

/** Answers without a WebSocket. It does not wait for the client's half of the connection. */
function refuse(socket: Duplex, status: string, reason?: Reason): void {
  const text = reason?.message ?? "";
  const headers = [
    "connection: close",
    "content-type: text/plain; charset=utf-8",
    `content-length: ${Buffer.byteLength(text)}`,
    ...(reason
      ? [`retry-after: ${RETRY_AFTER_SECONDS}`, `content-language: ${reason.language}`]
      : []),
  ];
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join("\r\n")}\r\n\r\n${text}`);
}
