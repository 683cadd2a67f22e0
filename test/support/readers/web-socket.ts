import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { Answer } from "../ask.ts";
import { type Reader, type ReaderConfig, SUBSCRIPTIONS, startReader } from "./reader.ts";

/** Close code of a server that stops (RFC 6455, section 7.4.1). */
const GOING_AWAY = 1001;

/**
 * Reads over WebSocket with the client of `graphql-ws`; reconnects with `after`, the last position that it
 * received.
 */
export function startWebSocketReader(name: string, config: ReaderConfig): Reader {
  const { after, token, asks, over } = config;
  return startReader(name, config, async ({ url, position, told, goodbye }) => {
    const client = createClient({
      url: `${url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
    });
    const leave = (): void => client.terminate();
    over.addEventListener("abort", leave);
    try {
      const variables = { after: position ?? after };
      for await (const { data, errors } of client.iterate({
        query: SUBSCRIPTIONS[asks],
        variables,
      })) {
        const update = (data as Answer | null | undefined)?.["activityUpdates"];
        if (errors || !update) throw new Error(`No update: ${JSON.stringify(errors)}`);
        if (told(update, String(update["position"]))) return;
      }
    } catch (error) {
      if (Reflect.get(Object(error), "code") === GOING_AWAY) goodbye();
      throw error;
    } finally {
      over.removeEventListener("abort", leave);
      client.terminate();
    }
  });
}
