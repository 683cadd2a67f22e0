import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type ClockHub, startClockHub } from "../../support/clock-hub.ts";
import { createRandom } from "../../support/random.ts";
import { compareTasks } from "../../support/tasks/open-tasks.ts";
import { STEPS, take } from "../../support/tasks/steps.ts";
import { TOLD } from "../../support/tasks/told.ts";
import { type World, makeWorld } from "../../support/tasks/world.ts";

let hub: ClockHub;
beforeAll(async () => {
  hub = await startClockHub(new Date("2027-03-01T04:00:00Z"));
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

/** How many histories there are, and how long a test of them may take, in milliseconds. */
const RUNS = 10;
const PATIENCE_MS = 300_000;
/** Steps that make something for others to go on with. */
const BEGINNINGS = [
  "addUnit",
  "joinCommittee",
  "nameLiaison",
  "registerWithCommunity",
  "applyToCommittee",
  "shareResource",
  "bookResource",
  "bookSeries",
  "recordUse",
  "openCollectionRound",
  "postNeed",
  "draftAgreement",
  "proposeAgreement",
  "signAgreement",
  "raiseIssue",
  "scheduleActivity",
  "inviteUnits",
  "joinActivity",
  "hoursPass",
  "daysPass",
  "planTerm",
  "appointSeat",
];

/** The notices that were left after a number, by noun and type, and the number of the last one. */
async function toldSince({ admin }: ClockHub, number: number) {
  const { rows } = await admin.query<{ type: string; number: string }>(
    "select noun || '.' || type as type, number from activities.notice where number > $1 order by number",
    [number],
  );
  return { types: rows.map(({ type }) => type), number: Number(rows.at(-1)?.number ?? number) };
}

/** Whoever asks is shown exactly what the records call for. */
async function expectExactTasks(world: World, after: string): Promise<void> {
  for (const { who, found, wanted } of await compareTasks(world))
    expect({ after, who, tasks: found }).toEqual({ after, who, tasks: wanted });
}

describe("the open tasks", () => {
  it(
    "are those that the records call for, whatever step is taken; each step can be taken",
    async () => {
      const world = await makeWorld(hub);
      await expectExactTasks(world, "the beginning");
      const left = new Set(Object.keys(STEPS));
      const random = createRandom(20_270_301);
      for (let taken = 0; taken < 1_500 && left.size > 0; taken += 1) {
        const name = random.oneIn(2) ? random.oneOf([...left]) : random.oneOf(BEGINNINGS);
        const before = await toldSince(hub, 0);
        if ((await take(world, name, random.between(1, 1_000_000))) !== "DONE") continue;
        const told = (await toldSince(hub, before.number)).types;
        const decision = TOLD[name];
        // What is added or passes here is no mutation of its own.
        if (decision !== undefined)
          expect({ name, told: told.filter((type) => !decision.includes(type)) }).toEqual({
            name,
            told: [],
          });
        left.delete(name);
        await expectExactTasks(world, name);
      }
      expect([...left]).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    "are those that the records call for after each step of random histories",
    async () => {
      const name = fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...BEGINNINGS) },
        { weight: 3, arbitrary: fc.constantFrom(...Object.keys(STEPS)) },
      );
      const history = fc.array(fc.tuple(name, fc.nat()), { minLength: 30, maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(history, async (steps) => {
          const world = await makeWorld(hub);
          for (const [step, seed] of steps)
            if ((await take(world, step, seed)) === "DONE") await expectExactTasks(world, step);
        }),
        // A history that fails is told as it is: a shorter one would take as long to find as all the others.
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    PATIENCE_MS,
  );
});
