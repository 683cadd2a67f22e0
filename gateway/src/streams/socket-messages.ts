import type { GraphQLFormattedError } from "graphql";
import { MessageType, parseMessage, type SubscribePayload } from "graphql-ws";

/** What a client may say (`graphql-transport-ws`). */
export type ClientMessage =
  | { readonly type: "connection_init"; readonly payload?: unknown }
  | { readonly type: "ping" | "pong"; readonly payload?: unknown }
  | { readonly type: "subscribe"; readonly id: string; readonly payload: SubscribePayload }
  | { readonly type: "complete"; readonly id: string };

/** What the hub may say, except results, which are written once for all clients. */
export type ServerMessage =
  | { readonly type: "connection_ack" }
  | { readonly type: "pong"; readonly payload?: unknown }
  | {
      readonly type: "error";
      readonly id: string;
      readonly payload: readonly GraphQLFormattedError[];
    }
  | { readonly type: "complete"; readonly id: string };

/** Maximum length of an operation's id, in characters, because it is written with every result. */
const LONGEST_ID = 1000;

/** Reads a message. @returns undefined if it is not a message, or only servers may send it. */
export function readClientMessage(text: string): ClientMessage | undefined {
  let message;
  try {
    message = parseMessage(text);
  } catch {
    return undefined;
  }
  switch (message.type) {
    case MessageType.ConnectionInit:
      return { type: "connection_init", payload: message.payload };
    case MessageType.Ping:
    case MessageType.Pong:
      return { type: message.type, payload: message.payload };
    case MessageType.Subscribe:
      if (message.id.length > LONGEST_ID) return undefined;
      return { type: "subscribe", id: message.id, payload: message.payload };
    case MessageType.Complete:
      return { type: "complete", id: message.id };
    default:
      return undefined;
  }
}
