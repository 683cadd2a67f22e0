import { expect } from "@jest/globals";
import { operation } from "./contract.ts";
import { type StreamEvent, type StreamQuestion, readEventStream } from "./event-stream.ts";

/** A subscription to activity updates, with what it has received so far. */
export interface Listening extends AsyncDisposable {
  readonly events: readonly StreamEvent[];
  /** Resolves when the subscription ends without a fault. */
  readonly done: Promise<void>;
  ids(): unknown[];
  /** Waits until so many events have come. */
  until(count: number): Promise<void>;
}

/** Subscribes to activity updates, as the contract has it. */
export function listen(
  url: string,
  question: Omit<StreamQuestion, "query" | "signal"> & { readonly query?: string } = {},
): Listening {
  const ending = new AbortController();
  const events: StreamEvent[] = [];
  const told = async (): Promise<void> => {
    const asked = { query: operation("ActivityUpdates"), ...question, signal: ending.signal };
    for await (const event of readEventStream(url, asked)) events.push(event);
  };
  const done = told().catch((error: unknown) => {
    if (!ending.signal.aborted) throw error;
  });
  return {
    events,
    done,
    ids: () => events.map(({ data }) => data?.["data"]?.["activityUpdates"]?.["id"]),
    until: async (count) => {
      for (const since = Date.now(); events.length < count && Date.now() - since < 20_000;)
        await new Promise((resolve) => setTimeout(resolve, 5));
      expect(events.length).toBeGreaterThanOrEqual(count);
    },
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await done;
    },
  };
}
