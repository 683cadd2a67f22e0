import { operation } from "./contract.ts";
import { type StreamEvent, type StreamQuestion, readEventStream } from "./event-stream.ts";
import { patiently } from "./patience.ts";

/** A subscription to activity updates, with what it has received so far. */
export interface Listening extends AsyncDisposable {
  readonly events: readonly StreamEvent[];
  /**
   * Resolves when the hub has said where the subscription stands, or has ended it. What was missed has been told
   * by then, and whatever happens from then on is told. Before, the hub may count the stream, and not listen for
   * it yet.
   */
  readonly begun: Promise<void>;
  /** Resolves when the subscription ends without a fault. */
  readonly done: Promise<void>;
  ids(): unknown[];
  /** Waits until so many events have come. @throws Error if it takes a minute. */
  until(count: number): Promise<void>;
}

/** Subscribes to activity updates, as the contract has it. */
export function listen(
  url: string,
  question: Omit<StreamQuestion, "query" | "signal" | "onPosition"> & {
    readonly query?: string;
  } = {},
): Listening {
  const ending = new AbortController();
  const events: StreamEvent[] = [];
  const begun = Promise.withResolvers<void>();
  const told = async (): Promise<void> => {
    const query = operation("ActivityUpdates");
    const { signal } = ending;
    const asked = { query, ...question, signal, onPosition: () => begun.resolve() };
    for await (const event of readEventStream(url, asked)) events.push(event);
  };
  const done = told().catch((error: unknown) => {
    if (!ending.signal.aborted) throw error;
  });
  return {
    events,
    get begun() {
      return Promise.race([begun.promise, done]);
    },
    done,
    ids: () => events.map(({ data }) => data?.["data"]?.["activityUpdates"]?.["id"]),
    until: async (count) => {
      await patiently(
        () => events.length,
        (length) => length >= count,
      );
    },
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await done;
    },
  };
}
