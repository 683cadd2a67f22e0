import { describe, expect, it } from "@jest/globals";
import { parse } from "graphql";
import type { OperationDefinitionNode } from "graphql";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import type { EngineContext, EventResult } from "../engine/engine.ts";
import { completeEvents } from "./complete-events.ts";

const [operation] = parse("subscription { happened }").definitions as OperationDefinitionNode[];

/** A log of three entries, the last of which ends it. @param complete how one turns out, by how often it was read. */
function stage(complete: (at: number, reads: number) => EventResult, isResumable = true) {
  const reads = new Map<number, number>();
  const begun: (string | null | undefined)[] = [];
  const subscribe = async function* (
    _variables: unknown,
    { resumeAfter }: EngineContext,
  ): AsyncGenerator<EventResult> {
    begun.push(resumeAfter);
    for (let at = Number(resumeAfter ?? 0) + 1; at <= 3; at++) {
      const read = (reads.get(at) ?? 0) + 1;
      reads.set(at, read);
      yield complete(at, read);
    }
  };
  if (!operation) throw new Error("There is no operation");
  const followed = {
    prepare: async () => ({ operation, execute: async () => ({}), subscribe }),
    variables: {},
    viewer: ANONYMOUS,
    isResumable,
    context: { requestId: "017" },
  };
  return { followed, begun };
}

const whole = (at: number): EventResult => ({ data: { happened: at }, position: String(at) });
const lacking = (at: number): EventResult => ({
  data: null,
  errors: [],
  isAway: true,
  position: String(at),
});

async function dataOf(events: AsyncIterable<EventResult>): Promise<unknown[]> {
  const told: unknown[] = [];
  for await (const { data } of events) told.push(data?.["happened"]);
  return told;
}

const never = new AbortController().signal;

describe("events of a subscription", () => {
  it("are read again after the last one that was whole, until each is", async () => {
    const { followed, begun } = stage((at, reads) =>
      at === 2 && reads < 3 ? lacking(at) : whole(at),
    );
    const events = completeEvents(followed, { after: undefined, signal: never });
    expect(await dataOf(events)).toEqual([1, 2, 3]);
    expect(begun).toEqual([null, "1", "1"]);
  });

  it("begin again where the beginning failed", async () => {
    const { followed, begun } = stage((at, reads) =>
      reads < 2 ? { errors: [], isAway: true } : whole(at),
    );
    const events = completeEvents(followed, { after: "2", signal: never });
    expect(await dataOf(events)).toEqual([3]);
    expect(begun).toEqual(["2", "2"]);
  });

  it("end before the one that stays without its data", async () => {
    const { followed } = stage((at) => (at === 3 ? lacking(at) : whole(at)));
    const events = completeEvents(followed, { after: "1", signal: never, longestAwayMs: 300 });
    expect((await events.next()).value).toEqual(whole(2));
    await expect(events.next()).rejects.toThrow("away for longer than subscribers wait");
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it("end likewise where what was away does not even fail any more", async () => {
    const { followed, begun } = stage(whole);
    const hanging = async function* (
      _variables: unknown,
      { resumeAfter, signal }: EngineContext,
    ): AsyncGenerator<EventResult> {
      begun.push(resumeAfter);
      if (begun.length === 1) yield lacking(2);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
    };
    const prepare = async () => ({ ...(await followed.prepare()), subscribe: hanging });
    const events = completeEvents(
      { ...followed, prepare },
      // Longer than the first pause.
      { after: "1", signal: never, longestAwayMs: 1000 },
    );
    await expect(events.next()).rejects.toThrow("away for longer than subscribers wait");
    expect(begun).toEqual(["1", "1"]);
  });

  it("are given as they are where they cannot be taken up again, and with errors of their own", async () => {
    const foreign = stage(lacking, false);
    expect(
      await dataOf(completeEvents(foreign.followed, { after: undefined, signal: never })),
    ).toHaveLength(3);
    expect(foreign.begun).toEqual([undefined]);
    const own = stage((at) => ({ ...whole(at), errors: [], isAway: false }));
    expect(await dataOf(completeEvents(own.followed, { after: undefined, signal: never }))).toEqual(
      [1, 2, 3],
    );
    expect(own.begun).toEqual([null]);
  });

  it("are no longer waited for by whoever has gone", async () => {
    const gone = new AbortController();
    const { followed, begun } = stage((at) => {
      gone.abort();
      return lacking(at);
    });
    const events = completeEvents(followed, { after: undefined, signal: gone.signal });
    expect(await dataOf(events)).toEqual([]);
    expect(begun).toHaveLength(1);
  });
});
