import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { FairQueue, type Slot } from "./fair-queue.ts";
import type { FairQueueLimits } from "../../settings/admission-limits.ts";

const LIMITS: FairQueueLimits = {
  slots: 4,
  slotsPerClient: 1,
  slotsPerHeavyClient: 1,
  queued: 8,
  queuedPerClient: 6,
  waitMs: 60_000,
};

/**
 * A queue with a clock that moves only when the test moves it, and what was begun and turned away, in order.
 */
function queueOf(limits: Partial<FairQueueLimits> = {}) {
  let nowMs = 0;
  const queue = new FairQueue({ ...LIMITS, ...limits }, () => nowMs);
  const begun: string[] = [];
  const turnedAway: string[] = [];
  const held: { name: string; slot: Slot }[] = [];
  /** One piece of work after the other, with nothing in between. */
  const work = async (client: string, ms: number, pieces: number): Promise<void> => {
    for (let piece = 0; piece < pieces; piece++) {
      using _slot = await queue.enter(client);
      nowMs += ms;
    }
  };
  return {
    queue,
    begun,
    turnedAway,
    work,
    pass: (ms: number) => (nowMs += ms),
    enter: (client: string, name = client, signal?: AbortSignal): Promise<void> =>
      Promise.resolve(queue.enter(client, signal)).then((slot) => {
        (slot ? begun : turnedAway).push(name);
        if (slot) held.push({ name, slot });
      }),
    /** Ends a piece of work. When this is fulfilled, the work that it admits has begun. */
    end: async (name: string) => {
      const at = held.findIndex((one) => one.name === name);
      held.splice(at, 1)[0]?.slot[Symbol.dispose]();
      await settled();
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a fair queue", () => {
  it("gives a client that is alone all slots, and lets the rest wait in order", async () => {
    const { enter, begun, end } = queueOf();
    for (const number of [1, 2, 3, 4, 5, 6]) void enter("a", `a${number}`);
    await settled();
    expect(begun).toEqual(["a1", "a2", "a3", "a4"]);
    await end("a2");
    await end("a1");
    expect(begun.slice(4)).toEqual(["a5", "a6"]);
  });

  it("keeps slots free for others as soon as there is another client", async () => {
    const { enter, begun, end } = queueOf();
    for (const number of [1, 2, 3, 4, 5]) void enter("heavy", `h${number}`);
    void enter("light");
    await settled();
    await end("h1");
    expect(begun.at(-1)).toBe("light");
    // The heavy client is reduced to its share, although slots are free.
    for (const name of ["h2", "h3"]) await end(name);
    expect(begun).toEqual(["h1", "h2", "h3", "h4", "light"]);
    await end("h4");
    expect(begun.slice(5)).toEqual(["h5"]);
  });

  it("counts a client as gone some seconds after its last work", async () => {
    const { enter, begun, end, pass, work } = queueOf();
    await work("light", 25, 5);
    await enter("heavy", "h1");
    void enter("heavy", "h2");
    await settled();
    expect(begun).toEqual(["h1"]);
    pass(5001);
    void enter("heavy", "h3");
    await end("h1");
    expect(begun.slice(1)).toEqual(["h2", "h3"]);
  });

  it("lets that client go first whose work has taken less time", async () => {
    const { enter, begun, end, pass } = queueOf({ slots: 1 });
    await enter("heavy", "h1");
    for (const number of [2, 3]) void enter("heavy", `h${number}`);
    for (const number of [1, 2, 3]) void enter("light", `l${number}`);
    pass(100);
    await end("h1");
    for (const number of [1, 2, 3]) {
      pass(1);
      await end(`l${number}`);
    }
    expect(begun).toEqual(["h1", "l1", "l2", "l3", "h2"]);
  });

  it("leaves fewer slots to a client whose work is heavier than that of the one beside it", async () => {
    const { enter, begun, end, work } = queueOf({ slots: 8, slotsPerClient: 3 });
    await work("heavy", 100, 20);
    await work("light", 10, 20);
    await work("alike", 90, 20);
    for (const number of [1, 2, 3, 4]) void enter("heavy", `h${number}`);
    await settled();
    expect(begun).toEqual(["h1", "h2", "h3"]);
    for (const name of ["h1", "h2", "h3", "h4"]) await end(name);
    await enter("light");
    await end("light");
    begun.length = 0;
    for (const number of [1, 2]) void enter("heavy", `h${number}`);
    await settled();
    expect(begun).toEqual(["h1"]);
  });

  it("is not held back by a client that only asks now and then", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 3 }),
        async (ms, pieces) => {
          const { enter, begun, work, pass } = queueOf();
          await work("heavy", 100, 20);
          for (let times = 0; times < 10; times++) {
            await work("monitor", ms, 1);
            pass(5000);
          }
          await work("passer-by", ms, pieces);
          for (const number of [1, 2, 3, 4]) void enter("heavy", `h${number}`);
          await settled();
          expect(begun).toEqual(["h1", "h2", "h3", "h4"]);
        },
      ),
    );
  });

  it("holds a heavy client back for one that asks page after page, however quick they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 60 }), async (ms) => {
        const { enter, begun, work } = queueOf({ slots: 8, slotsPerClient: 3 });
        await work("heavy", 100, 20);
        await work("small", ms, 2 + Math.ceil(110 / ms) + 4);
        for (const number of [1, 2]) void enter("heavy", `h${number}`);
        await settled();
        expect(begun).toEqual(["h1"]);
      }),
    );
  });

  it("never takes quick work, or a client that is new, for heavy", async () => {
    const { enter, begun, work } = queueOf({ slots: 8, slotsPerClient: 3 });
    await work("quick", 19, 20);
    await work("quicker", 2, 100);
    for (const number of [1, 2, 3, 4]) void enter("quick", `q${number}`);
    for (const number of [1, 2, 3, 4]) void enter("new", `n${number}`);
    await settled();
    expect(begun).toEqual(["q1", "q2", "q3", "n1", "n2", "n3"]);
  });

  it("does not let a client save up time while it is away", async () => {
    const { enter, begun, end, pass } = queueOf({ slots: 1 });
    for (const number of [1, 2, 3]) {
      await enter("a", `a${number}`);
      pass(100);
      await end(`a${number}`);
    }
    void enter("a", "a4");
    for (const name of ["b1", "b2"]) void enter("b", name);
    void enter("a", "a5");
    for (const name of ["a4", "b1"]) {
      await settled();
      pass(name === "b1" ? 101 : 100);
      await end(name);
    }
    expect(begun.slice(3)).toEqual(["a4", "b1", "a5"]);
  });

  it("turns away at once what has no room", async () => {
    const { enter, turnedAway, queue } = queueOf({ slots: 1 });
    for (let number = 1; number <= 7; number++) void enter("a", `a${number}`);
    expect(queue.hasRoom("a")).toBe(false);
    await enter("a", "a8");
    expect(turnedAway).toEqual(["a8"]);
    expect(queue.queued).toBe(6);
  });

  it("makes room for a client in a full queue before the last of the one that has most there", async () => {
    const { enter, turnedAway, queue } = queueOf({ slots: 1, queued: 6 });
    for (let number = 1; number <= 7; number++) void enter("a", `a${number}`);
    expect(queue.hasRoom("b")).toBe(true);
    for (let number = 1; number <= 3; number++) void enter("b", `b${number}`);
    await enter("b", "b4");
    await settled();
    expect(turnedAway.toSorted()).toEqual(["a5", "a6", "a7", "b4"]);
    expect(queue.queued).toBe(6);
  });

  it("turns away what has waited too long, and forgets what nobody wants any more", async () => {
    const { enter, turnedAway, queue, end } = queueOf({ slots: 1, waitMs: 1 });
    await enter("a", "a1");
    await enter("a", "a2");
    expect(turnedAway).toEqual(["a2"]);
    const gone = new AbortController();
    const waiting = enter("a", "a3", gone.signal);
    gone.abort();
    await waiting;
    await enter("a", "a4", gone.signal);
    expect(queue.queued).toBe(0);
    await end("a1");
    expect(queue.inProgress).toBe(0);
  });

  it("never begins too much, and leaves nothing waiting while slots are free for it", async () => {
    const step = fc.record({
      client: fc.constantFrom("a", "b", "c"),
      act: fc.constantFrom("enter", "end", "pass"),
      ms: fc.integer({ min: 0, max: 6000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { queue, enter, end, pass, begun } = queueOf();
        const ended: string[] = [];
        let entered = 0;
        for (const { client, act, ms } of steps) {
          if (act === "pass") pass(ms);
          else if (act === "enter") void enter(client, `${client}${entered++}`);
          else {
            const open = begun.filter((name) => !ended.includes(name));
            const name = open[ms % Math.max(open.length, 1)];
            if (name !== undefined) {
              ended.push(name);
              await end(name);
            }
          }
          await settled();
          expect(queue.inProgress).toBe(begun.length - ended.length);
          expect(queue.inProgress).toBeLessThanOrEqual(LIMITS.slots);
          expect(queue.queued).toBeLessThanOrEqual(LIMITS.queued);
          // Waiting work begins when work in progress ends.
          if (queue.queued > 0) expect(queue.inProgress).toBeGreaterThan(0);
        }
      }),
    );
  });
});
