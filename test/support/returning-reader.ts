import { setTimeout as wait } from "node:timers/promises";
import { operation } from "./contract.ts";
import { readEventStream } from "./event-stream.ts";

/** A reader of activity updates that comes back from its last position when its stream breaks, as browsers do. */
export interface ReturningReader extends AsyncDisposable {
  /** Activities of the updates that it received, in order. */
  readonly activityIds: readonly string[];
}

/** Pause before it reconnects, in milliseconds. */
const RETRY_MS = 100;

/** Begins to read. */
export function readAndReturn(url: string): ReturningReader {
  const over = new AbortController();
  const activityIds: string[] = [];
  const query = operation("ActivityUpdates");
  let lastEventId: string | undefined;
  const read = async (): Promise<void> => {
    while (!over.signal.aborted) {
      try {
        for await (const event of readEventStream(url, {
          query,
          lastEventId,
          signal: over.signal,
        })) {
          lastEventId = event.id ?? lastEventId;
          const id: unknown = event.data?.["data"]?.["activityUpdates"]?.["activity"]?.["id"];
          if (typeof id === "string") activityIds.push(id);
        }
      } catch {
        if (!over.signal.aborted) await wait(RETRY_MS);
      }
    }
  };
  const ended = read();
  return {
    activityIds,
    [Symbol.asyncDispose]: async () => {
      over.abort();
      await ended;
    },
  };
}
