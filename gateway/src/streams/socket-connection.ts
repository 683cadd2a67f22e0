import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { tell } from "@alliance-hub/platform/errors/tell";
import type { ChooseLanguage, Language } from "@alliance-hub/platform/words/language";
import type { Log } from "@alliance-hub/platform/log/log";
import { drained } from "@alliance-hub/platform/streams/drained";
import { CloseCode, type SubscribePayload } from "graphql-ws";
import type { WebSocket } from "ws";
import { newRequestId } from "../http/request/request-context.ts";
import { Batch, Delivery } from "./delivery.ts";
import { type OperationTurns, createOperationTurns, tooManyOperations } from "./operation-turns.ts";
import { closeUnlessInitialised } from "./opening-sockets.ts";
import type { StreamSlots } from "./stream-slots.ts";
import { TRY_AGAIN_LATER, closeFor } from "./socket-close.ts";
import { watchLiveness } from "./socket-liveness.ts";
import { type ServerMessage, readClientMessage } from "./socket-messages.ts";
import { type SocketOperationConfig, answerOperation } from "./socket-operation.ts";
import { createSocketSink } from "./socket-sink.ts";
import { streamClientOf } from "./stream-client.ts";

/** What WebSockets need. */
export interface SocketConfig extends SocketOperationConfig {
  readonly slots: StreamSlots;
  /** Maximum number of operations of one connection. */
  readonly operations: number;
  /** In which language a client is told of errors. */
  readonly chooseLanguage: ChooseLanguage;
  readonly log: Log;
}

/** How a connection was opened. */
export interface OpenedBy {
  readonly request: IncomingMessage;
  /** Is disposed of when the client is known. */
  readonly opening: Disposable;
}

/**
 * One connection, in the protocol `graphql-transport-ws`
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md): the client's messages and the answers. The
 * package `graphql-ws` has a server, too, but it identifies an operation only by its id: if a client ends an
 * operation before it has begun, it continues under the next operation with the same id. Here each operation is
 * separate, and ends when its client says so.
 */
export class SocketConnection {
  readonly #socket: WebSocket;
  readonly #request: IncomingMessage;
  readonly #opening: Disposable;
  readonly #config: SocketConfig;
  readonly #gone = new AbortController();
  readonly #operations = new Map<string, AbortController>();
  readonly #turns: OperationTurns;
  #state: "opened" | "greeting" | "acknowledged" = "opened";
  #authorization: string | undefined;
  #acceptLanguage: string | undefined;

  constructor(socket: WebSocket, { request, opening }: OpenedBy, config: SocketConfig) {
    this.#socket = socket;
    this.#request = request;
    this.#opening = opening;
    this.#config = config;
    this.#acceptLanguage = request.headers["accept-language"];
    this.#turns = createOperationTurns(config.operations);
    closeUnlessInitialised(socket, () => this.#state !== "opened");
    socket.on("message", (data) => this.#hear((data as Buffer).toString()));
    // An error of a connection or its frames ends it, with the code of RFC 6455 if there is one.
    socket.on("error", () => undefined);
    socket.once("close", () => {
      this.#gone.abort();
      for (const ending of this.#operations.values()) ending.abort();
    });
    watchLiveness(socket, this.#connection);
  }

  get #language(): Language {
    return this.#config.chooseLanguage(this.#acceptLanguage);
  }

  get #connection(): Duplex {
    return this.#request.socket;
  }

  #hear(text: string): void {
    // A connection that is being closed gets no more work.
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const { BadRequest, Unauthorized, SubscriberAlreadyExists } = CloseCode;
    const message = readClientMessage(text);
    if (!message) return this.#socket.close(BadRequest, "Invalid message received");
    switch (message.type) {
      case "connection_init":
        void this.#greet(message.payload);
        break;
      case "ping":
        this.#say({ type: "pong", ...(message.payload ? { payload: message.payload } : {}) });
        break;
      case "subscribe":
        if (this.#state !== "acknowledged") this.#socket.close(Unauthorized, "Unauthorized");
        else if (this.#operations.has(message.id))
          this.#socket.close(SubscriberAlreadyExists, "Subscriber already exists");
        else void this.#begin(message.id, message.payload);
        break;
      case "complete":
        this.#operations.get(message.id)?.abort();
        this.#operations.delete(message.id);
        break;
      case "pong":
        break;
    }
    this.#hearAgainWhenDrained();
  }

  /** The hub does not read from a client that does not read itself, so nothing piles up for it. */
  #hearAgainWhenDrained(): void {
    if (!this.#connection.writableNeedDrain || this.#socket.isPaused) return;
    this.#socket.pause();
    void drained(this.#connection).then(() => this.#socket.resume());
  }

  async #greet(payload: unknown): Promise<void> {
    if (this.#state !== "opened")
      return this.#socket.close(
        CloseCode.TooManyInitialisationRequests,
        "Too many initialisation requests",
      );
    this.#state = "greeting";
    const given = (name: string): string | undefined => {
      const value: unknown =
        typeof payload === "object" && payload !== null ? Reflect.get(payload, name) : undefined;
      return typeof value === "string" ? value : undefined;
    };
    this.#authorization = given("authorization") ?? this.#request.headers.authorization;
    this.#acceptLanguage = given("accept-language") ?? this.#acceptLanguage;
    const { identify, admission, slots, clients, log } = this.#config;
    try {
      const client = clients.keyOf(this.#request, this.#authorization);
      using _slot = await admission.admit({ client, kind: "query", signal: this.#gone.signal });
      const viewer = await identify(this.#authorization);
      clients.learn(this.#authorization, viewer);
      slots.take(streamClientOf(viewer, this.#request, clients), this.#gone.signal);
    } catch (err) {
      if (!(err instanceof HubError) && !awayIn(err)) log.error({ err }, "unforeseen fault");
      return this.#socket.close(...closeFor(err, this.#language));
    }
    this.#state = "acknowledged";
    this.#opening[Symbol.dispose]();
    this.#say({ type: "connection_ack" });
  }

  async #begin(id: string, payload: SubscribePayload): Promise<void> {
    const ending = new AbortController();
    this.#operations.set(id, ending);
    // Asked with each message: a signal that depends on others costs several times as much.
    const ended = ending.signal;
    const requestId = newRequestId();
    const { operations, log } = this.#config;
    try {
      if (this.#operations.size > operations) throw tooManyOperations(operations);
      const sink = createSocketSink(id, {
        socket: this.#socket,
        connection: this.#connection,
        ended,
      });
      const told = await this.#turns.take(ended, async () => {
        const found = await answerOperation(
          payload,
          {
            request: this.#request,
            authorization: this.#authorization,
            requestId,
            acceptLanguage: this.#acceptLanguage,
            ended,
          },
          this.#config,
        );
        if (!("result" in found)) return found;
        sink.write(new Batch([new Delivery(found.result, undefined)]));
        await drained(this.#connection);
        return found;
      });
      if (ended.aborted || !told) return;
      if ("errors" in told) return this.#say({ type: "error", id, payload: told.errors });
      if ("tell" in told) await told.tell(sink);
      if (!ended.aborted) this.#say({ type: "complete", id });
    } catch (err) {
      if (ended.aborted) return;
      if (err instanceof HubError) {
        const errors = [tell(err.toJSON(), this.#language)];
        return this.#say({ type: "error", id, payload: errors });
      }
      if (!awayIn(err)) log.error({ err, requestId }, "unforeseen fault");
      this.#socket.close(...TRY_AGAIN_LATER);
    } finally {
      if (this.#operations.get(id) === ending) this.#operations.delete(id);
    }
  }

  #say(message: ServerMessage): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}
