import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { Batch, Delivery, type Sink } from "./delivery.ts";
import { Subscriber } from "./subscriber.ts";

const LIMIT = 5;
const batchOf = (...numbers: number[]): Batch =>
  new Batch(numbers.map((number) => new Delivery({ data: { number } }, String(number))));

/** A client that takes so many writes before it has to be waited for. */
function createClient(patience: readonly number[]) {
  const told: string[] = [];
  const turns = [...patience];
  let left = turns.shift() ?? Infinity;
  let isWaitedFor = false;
  const sink: Sink = {
    write: ({ deliveries }) => {
      expect(isWaitedFor).toBe(false);
      told.push(...deliveries.map(({ position }) => String(position)));
      left -= 1;
      isWaitedFor = left <= 0;
      return !isWaitedFor;
    },
    drained: async () => {
      await turn();
      left = turns.shift() ?? Infinity;
      isWaitedFor = false;
    },
  };
  return { told, sink };
}

function createSubscriber(): { subscriber: Subscriber; hasLeft: () => boolean } {
  let hasLeft = false;
  const subscriber = new Subscriber(
    { authorization: undefined, revision: "1" },
    LIMIT,
    () => (hasLeft = true),
  );
  return { subscriber, hasLeft: () => hasLeft };
}

it("gives everything in order, however slowly it is taken, or says from where to go on", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
      async (patience, pauses) => {
        const { subscriber, hasLeft } = createSubscriber();
        const { told, sink } = createClient(patience);
        const end = subscriber.giveTo(sink);
        let pushed = 0;
        for (const isPause of pauses) {
          subscriber.push(batchOf(++pushed));
          if (isPause) await turn();
        }
        if (!hasLeft()) subscriber.close({ kind: "done" });
        const { kind } = await end;
        expect(["done", "full"]).toContain(kind);
        // Nothing is left out in between, and the next position is known.
        expect(told).toEqual(Array.from(told, (_one, at) => String(at + 1)));
        if (kind === "done") expect(told).toHaveLength(pushed);
        expect(subscriber.position).toBe(told.at(-1));
      },
    ),
  );
});

it("gives nothing more to a subscriber that is no longer who it was", async () => {
  const { subscriber } = createSubscriber();
  const { told, sink } = createClient([1]);
  const end = subscriber.giveTo(sink);
  for (const number of [1, 2, 3]) subscriber.push(batchOf(number));
  subscriber.close({ kind: "moved" });
  expect(await end).toEqual({ kind: "moved" });
  await turn();
  expect(told).toEqual(["1"]);
});

it("leaves out what the subscriber has been told, and only at the beginning", async () => {
  const { subscriber } = createSubscriber();
  subscriber.push(batchOf(1));
  subscriber.push(batchOf(2, 3));
  const { told, sink } = createClient([]);
  const newIn = ({ deliveries }: Batch): Batch | undefined => {
    const fresh = deliveries.filter(({ position }) => Number(position) > 2);
    return fresh.length > 0 ? new Batch(fresh) : undefined;
  };
  const end = subscriber.giveTo(sink, newIn);
  subscriber.push(batchOf(1));
  subscriber.close({ kind: "done" });
  await end;
  expect(told).toEqual(["3", "1"]);
});
