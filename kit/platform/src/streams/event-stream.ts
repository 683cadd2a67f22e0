import type { ServerResponse } from "node:http";
import { whenClosed } from "../http/when-closed.ts";
import { drained } from "./drained.ts";

/** How long a stream may be silent, in milliseconds, because proxies close connections that seem dead. */
export const HEARTBEAT_MS = 12_000;

/** How many heartbeats in a row may find that a client has read nothing: for one minute. */
export const MOST_STALLED = 5;

/** What a client waits before it comes back, in milliseconds. */
const RETRY_MS = 1000;

/** How long a client may take to read the rest when its stream has ended, in milliseconds. */
const GRACE_MS = 2000;

/** What comes before the position, in the comment of an event that has only a position. */
export const POSITION_COMMENT = "at ";

/**
 * One result as a server-sent event, in the form of GraphQL over Server-Sent Events, distinct connections mode.
 * A position alone is an event without data: clients remember its id but do not dispatch it (HTML Standard,
 * section 9.2.6). It has a comment for clients that look for it.
 *
 * @param text the result as JSON; undefined if there is only a position.
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export function eventOf(text: string | undefined, position: string | undefined): string {
  const id = position === undefined ? "" : `id: ${position}\n`;
  const rest =
    text === undefined ? `:${POSITION_COMMENT}${position}\n` : `event: next\ndata: ${text}\n`;
  return `${id}${rest}\n`;
}

/** A stream of server-sent events, being written. */
export interface EventStream {
  /** @returns whether the client accepts more now. */
  write(event: string | Buffer): boolean;
  /** Fulfilled when the client accepts more, or has gone. */
  drained(): Promise<void>;
  /** @param isComplete whether that was all; otherwise the client reconnects for more. */
  end(isComplete: boolean): void;
}

/** Begins a stream, with heartbeats, as the answer to a request. */
export function openEventStream(response: ServerResponse): EventStream {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    // When a stream ends, its connection ends, so that no connection delays the stop of a server.
    connection: "close",
  });
  response.write(`retry: ${RETRY_MS}\n:\n\n`);
  let stalled = 0;
  response.on("drain", () => (stalled = 0));
  const heartbeat = setInterval(() => {
    // For a client that reads nothing, no more data piles up, and it does not keep its stream slot for ever.
    if (!response.writableNeedDrain) response.write(":\n\n");
    else if (++stalled >= MOST_STALLED) response.destroy();
  }, HEARTBEAT_MS);
  whenClosed(response, () => clearInterval(heartbeat));
  return {
    write: (event) => response.write(event),
    drained: () => drained(response),
    end: (isComplete) => {
      clearInterval(heartbeat);
      if (isComplete) response.write("event: complete\ndata:\n\n");
      response.end();
      // A client that reads nothing does not delay a server that stops.
      if (response.closed) return;
      const grace = setTimeout(() => response.destroy(), GRACE_MS);
      response.once("close", () => clearTimeout(grace));
    },
  };
}

/**
 * Writes server-sent events, and `complete` at the end. A slow client gets no more than it reads: the next
 * event is requested when the previous one has gone out.
 *
 * @param events the events, in their written form.
 * @param signal when it fires, the stream ends without `complete`, so that the client comes back.
 */
export async function writeEventStream(
  response: ServerResponse,
  events: AsyncIterable<string | Buffer>,
  signal: AbortSignal,
): Promise<void> {
  const stream = openEventStream(response);
  let isComplete = false;
  try {
    for await (const event of events) {
      if (!stream.write(event)) await stream.drained();
      if (signal.aborted) return;
    }
    isComplete = !signal.aborted;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    stream.end(isComplete);
  }
}
