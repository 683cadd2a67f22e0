import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "@jest/globals";
import { DatabaseAway } from "@alliance-hub/platform/errors/database-away";
import { type Teller, createFanOut } from "./fan-out.ts";

/** Of a hub that is not told to stop. */
const RUNNING = new AbortController().signal;

/** What is told, with the revision that was read after it. */
function createTeller(told: string[], name: string): Teller {
  return {
    take: () => async (revision, breathe) => {
      await breathe();
      told.push(`${name} ${revision}`);
    },
    fail: (error) => void told.push(`${name} ${String(error)}`),
  };
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await turn();
};

it("tells everything that has come together under one revision, read after all of it", async () => {
  let reads = 0;
  const told: string[] = [];
  const fanOut = createFanOut({ revision: async () => String(++reads) }, RUNNING);
  const [a, b] = [createTeller(told, "a"), createTeller(told, "b")];
  fanOut.add(a);
  await Promise.resolve();
  // The first fan-out has begun; these two are delivered in the next one.
  fanOut.add(a);
  fanOut.add(b);
  await until(() => told.length === 3);
  expect(told).toEqual(["a 1", "a 2", "b 2"]);
  expect(reads).toBe(2);
});

it("tells nothing while it cannot be known to whom, and goes on with what comes later", async () => {
  let isAway = true;
  const told: string[] = [];
  const fanOut = createFanOut(
    {
      revision: async () => {
        if (isAway) throw new Error("away");
        return "2";
      },
    },
    RUNNING,
  );
  fanOut.add(createTeller(told, "a"));
  await until(() => told.length === 1);
  isAway = false;
  fanOut.add(createTeller(told, "b"));
  await until(() => told.length === 2);
  expect(told).toEqual(["a Error: away", "b 2"]);
});

it("holds what is to be told while the database is away, and tells it once it is back", async () => {
  let reads = 0;
  const told: string[] = [];
  const fanOut = createFanOut(
    {
      revision: async () => {
        if (++reads < 3) throw new DatabaseAway({ fault: "cannot be reached" });
        return "3";
      },
    },
    RUNNING,
  );
  fanOut.add(createTeller(told, "a"));
  await until(() => told.length === 1);
  expect(told).toEqual(["a 3"]);
});

it("waits no longer for a database that is away once the hub stops", async () => {
  const stopping = new AbortController();
  const told: string[] = [];
  const revision = async (): Promise<string> => {
    throw new DatabaseAway({ fault: "is closed" });
  };
  const fanOut = createFanOut({ revision }, stopping.signal);
  fanOut.add(createTeller(told, "a"));
  await turn();
  expect(told).toEqual([]);
  stopping.abort();
  await until(() => told.length === 1);
  fanOut.add(createTeller(told, "b"));
  await until(() => told.length === 2);
});

/** Tells what has been put into it, each with the revision that was read after it was taken. */
function createSharedSubscription(
  told: string[],
  slow?: Promise<void>,
): Teller & { waiting: string[] } {
  const sharedSubscription = {
    waiting: [] as string[],
    take: () => {
      const taken = sharedSubscription.waiting;
      sharedSubscription.waiting = [];
      return async (revision: string) => {
        await slow;
        told.push(...taken.map((event) => `${event} ${revision}`));
      };
    },
    fail: () => undefined,
  };
  return sharedSubscription;
}

it("tells what is completed after the revision was read under a later one", async () => {
  const told: string[] = [];
  const revisions: ((revision: string) => void)[] = [];
  const fanOut = createFanOut(
    {
      revision: () => new Promise((resolve) => revisions.push(resolve)),
    },
    RUNNING,
  );
  const sharedSubscription = createSharedSubscription(told);
  sharedSubscription.waiting.push("a");
  fanOut.add(sharedSubscription);
  await until(() => revisions.length === 1);
  // The revision has been read and is on its way when somebody loses a right and something else happens.
  sharedSubscription.waiting.push("b");
  fanOut.add(sharedSubscription);
  revisions[0]?.("1");
  await until(() => revisions.length === 2);
  revisions[1]?.("2");
  await until(() => told.length === 2);
  expect(told).toEqual(["a 1", "b 2"]);
});

it("a shared subscription that takes long keeps none but its own subscribers waiting", async () => {
  let revision = 0;
  const told: string[] = [];
  const slow = Promise.withResolvers<void>();
  const fanOut = createFanOut({ revision: async () => String(++revision) }, RUNNING);
  const [first, second] = [
    createSharedSubscription(told, slow.promise),
    createSharedSubscription(told),
  ];
  first.waiting.push("a");
  fanOut.add(first);
  await until(() => revision === 1);
  second.waiting.push("b");
  fanOut.add(second);
  first.waiting.push("c");
  fanOut.add(first);
  await until(() => told.length === 1);
  slow.resolve();
  await until(() => told.length === 3);
  expect(told).toEqual(["b 2", "a 1", "c 3"]);
});
