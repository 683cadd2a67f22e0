import type { ServerResponse } from "node:http";
import { once } from "node:events";
import type { Delivery } from "./delivery.ts";

/** How long a stream may be silent, in milliseconds: proxies close what seems dead. */
const HEARTBEAT_MS = 12_000;
/** What a client waits before it comes back, in milliseconds. */
const RETRY_MS = 1000;

/**
 * Writes results as server-sent events, in the form of GraphQL over Server-Sent Events, distinct
 * connections mode: `next` for each, `complete` at the end. A client that reads slowly is given no more
 * than it takes: the next event is asked for when the one before has gone out.
 *
 * @param signal when it fires, the stream ends without `complete`, so that the client comes back.
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export async function writeEventStream(
  response: ServerResponse,
  events: AsyncIterable<Delivery>,
  signal: AbortSignal,
): Promise<void> {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    connection: "keep-alive",
  });
  response.write(`retry: ${RETRY_MS}\n:\n\n`);
  const heartbeat = setInterval(() => response.write(":\n\n"), HEARTBEAT_MS);
  try {
    for await (const { event } of events) {
      const hasRoom = response.write(event);
      if (!hasRoom) await once(response, "drain", { signal });
      if (signal.aborted) break;
    }
    if (!signal.aborted) response.write("event: complete\ndata:\n\n");
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}
