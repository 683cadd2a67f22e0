import type { ServerResponse } from "node:http";
import { whenClosed } from "../http/when-closed.ts";
import { drained } from "./drained.ts";

/** How long a stream may be silent, in milliseconds: proxies close what seems dead. */
export const HEARTBEAT_MS = 12_000;

/** How often in a row a client may be found to have taken nothing of what waits for it: for a minute. */
export const MOST_STALLED = 5;

/** What a client waits before it comes back, in milliseconds. */
const RETRY_MS = 1000;

/** How long a client may take for what is still on its way when its stream has ended, in milliseconds. */
const GRACE_MS = 2000;

/** Before the position in the comment that goes with an event that has nothing else. */
export const POSITION_COMMENT = "at ";

/**
 * One result as a server-sent event, in the form of GraphQL over Server-Sent Events, distinct connections
 * mode. A position alone is an event without data, of which clients remember the id and are told nothing
 * (HTML Standard, section 9.2.6), with a comment for those that look for it.
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
  /** @returns whether the client takes more now. */
  write(event: string | Buffer): boolean;
  /** Fulfilled when the client takes more, or has gone. */
  drained(): Promise<void>;
  /** @param isComplete whether that was all; otherwise the client comes back for more. */
  end(isComplete: boolean): void;
}

/** Begins a stream, with heartbeats, as the answer to a request. */
export function openEventStream(response: ServerResponse): EventStream {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    // The end of a stream is the end of its connection: none is left over that holds up a server's stop.
    connection: "close",
  });
  response.write(`retry: ${RETRY_MS}\n:\n\n`);
  let stalled = 0;
  response.on("drain", () => (stalled = 0));
  const heartbeat = setInterval(() => {
    // Nothing more piles up for a client that takes nothing, and it does not keep its place for ever.
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
      // Who takes nothing does not hold up a server that stops.
      if (response.closed) return;
      const grace = setTimeout(() => response.destroy(), GRACE_MS);
      response.once("close", () => clearTimeout(grace));
    },
  };
}

/**
 * Writes server-sent events, and `complete` at the end. A client that reads slowly is given no more than it
 * takes: the next event is asked for when the one before has gone out.
 *
 * @param events each as it is written.
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
