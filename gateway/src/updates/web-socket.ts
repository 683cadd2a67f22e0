import type { Duplex } from "node:stream";
import type { IncomingMessage } from "node:http";
import { ANONYMOUS, type Viewer } from "@alliance-hub/kit/viewer/viewer";
import { HubError } from "@alliance-hub/kit/errors/hub-error";
import type { Log } from "@alliance-hub/kit/log/log";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
} from "graphql";
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, type ServerOptions } from "graphql-ws";
import { type Extra, useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import type { Identify } from "../identity/identity.ts";
import { requestIdOf } from "../http/request-context.ts";
import type { EventSource } from "./event-source.ts";
import type { Places } from "./places.ts";
import { createSocketSink } from "./socket-sink.ts";

/** What subscriptions over WebSocket are made of. */
export interface WebSocketConfig {
  readonly source: EventSource;
  readonly places: Places;
  readonly identify: Identify;
  /** Longest message, in bytes. */
  readonly bodyBytes: number;
  /** Operations of one connection at once. */
  readonly operations: number;
  /** Headers of a client that go on to subgraphs over HTTP. */
  readonly forwarded: (
    request: Pick<FastifyRequest, "headers" | "id">,
  ) => Readonly<Record<string, string>>;
  readonly schema: () => GraphQLSchema;
  readonly log: Log;
}

/** What is known of a connection besides the socket. */
type Known = {
  authorization: string | undefined;
  viewer: Viewer;
  place: Disposable | undefined;
  gone: AbortController;
};

/** How long a client may take to say who it is, in milliseconds. */
const INIT_WITHIN_MS = 3000;

/** How long a client may take to close its connection when the hub stops, in milliseconds. */
const GRACE_MS = 2000;

/** Close codes after which clients come back: the server stops; it is in trouble (RFC 6455, section 7.4; IANA). */
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;

/**
 * Subscriptions over WebSocket, on the same path, in the protocol `graphql-transport-ws`
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). Who asks stands in the
 * `authorization` of the `connection_init` message or, from other than browsers, in the header.
 */
export function addWebSocket(app: FastifyInstance, config: WebSocketConfig): void {
  const { source, places, identify, operations, log } = config;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: config.bodyBytes,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });

  const options: ServerOptions<{ authorization?: unknown }, Extra & Partial<Known>> = {
    schema: () => config.schema(),
    connectionInitWaitTimeout: INIT_WITHIN_MS,
    onConnect: async ({ connectionParams, extra }) => {
      const given = connectionParams?.authorization;
      extra.authorization = typeof given === "string" ? given : extra.request.headers.authorization;
      try {
        extra.viewer = await identify(extra.authorization);
        extra.place = places.take(
          extra.viewer.subject ?? extra.request.socket.remoteAddress ?? "somewhere",
        );
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
        // The protocol has no message for it: the connection is closed with 4403, or 4429 and why.
        if (error.code === "RATE_LIMITED") extra.socket.close(4429, error.message.slice(0, 120));
        return false;
      }
      extra.gone = new AbortController();
      return true;
    },
    onDisconnect: ({ extra }) => leave(extra),
    onClose: ({ extra }) => leave(extra),
    onSubscribe: async ({ extra, subscriptions }, id, { query, operationName, variables }) => {
      if (Object.keys(subscriptions).length > operations) return [tooMany(operations)];
      const requestId = requestIdOf(undefined);
      const ending = new AbortController();
      const answer = await source({
        asked: {
          query,
          operationName: operationName ?? undefined,
          variables: variables ?? undefined,
        },
        viewer: extra.viewer ?? ANONYMOUS,
        authorization: extra.authorization,
        forwarded: config.forwarded({ headers: extra.request.headers, id: requestId }),
        resumeAfter: undefined,
        requestId,
        ended: AbortSignal.any([extra.gone?.signal ?? AbortSignal.abort(), ending.signal]),
      });
      if ("refused" in answer) return (answer.refused.errors ?? []).map(asGraphQLError);
      const sink = createSocketSink(id, { socket: extra.socket, connection: extra.request.socket });
      const begin = async (): Promise<void> => {
        try {
          await answer.tell(sink);
        } catch (err) {
          log.error({ err, requestId }, "unforeseen fault");
          extra.socket.close(TRY_AGAIN_LATER, "Come back in a moment.");
        }
      };
      // The operation has been parsed and prepared: here it only tells that there is a stream.
      return { schema: config.schema(), document: STREAM, contextValue: streamOf(begin, ending) };
    },
    subscribe: ({ contextValue }: ExecutionArgs) => contextValue as AsyncGenerator<ExecutionResult>,
  };
  const serving = useServer<{ authorization?: unknown }, Known>(options, sockets, 12_000);

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split("?")[0] !== "/graphql") {
      socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) =>
      sockets.emit("connection", opened, request),
    );
  };
  app.server.on("upgrade", upgrade);
  app.addHook("preClose", async () => {
    app.server.off("upgrade", upgrade);
    for (const socket of sockets.clients) socket.close(GOING_AWAY, "The hub stops. Come back.");
    // Who takes nothing does not hold up a hub that stops.
    const grace = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, GRACE_MS);
    await serving.dispose();
    clearTimeout(grace);
  });
}

function leave(extra: Partial<Known>): void {
  extra.gone?.abort();
  extra.place?.[Symbol.dispose]();
  extra.place = undefined;
}

function tooMany(most: number): HubError {
  return new HubError(
    "RATE_LIMITED",
    `This connection has ${most} operations under way, the most there may be. End one, or open another connection.`,
  );
}

const STREAM = parse("subscription { stream }");

/**
 * A stream as the library follows it: it has no results, because they are written to the socket past the
 * library, once for everybody who gets them; and ends when they do.
 */
function streamOf(begin: () => Promise<void>, ending: AbortController): AsyncGenerator<never> {
  let told: Promise<void> | undefined;
  const end = async (): Promise<IteratorResult<never>> => {
    ending.abort();
    await told;
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      await (told ??= begin());
      return { done: true, value: undefined };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
}

function asGraphQLError({ message, extensions, path }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { extensions: extensions ?? null, path: path ?? null });
}
