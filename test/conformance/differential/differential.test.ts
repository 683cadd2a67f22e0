import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { BY_CONCERN } from "./cuts/by-concern.ts";
import { BY_INTERFACE } from "./cuts/by-interface.ts";
import { BY_SHARING } from "./cuts/by-sharing.ts";
import { differences } from "./differences.ts";
import { type ServedCut, askWhole, serveCut } from "./graph/serve.ts";
import { makeOperation } from "./operations/operation.ts";

const CUTS = [BY_CONCERN, BY_INTERFACE, BY_SHARING];

/** Operations of one run, over all cuts. */
const OPERATIONS = 5000;

/** The same operations in every run, so that a run judges the code alone; another number tries others. */
const SEED = 17;

/** Longest tape, in decisions. */
const LONGEST = 120;

/** A trial by what fast-check draws; in a counterexample its text is read, not its bytes. */
const TRIALS = fc
  .record({
    bytes: fc.uint8Array({ maxLength: LONGEST, size: "max" }),
    faultSeed: fc.nat({ max: 1_000_000 }),
  })
  .map(({ bytes, faultSeed }) => ({ ...makeOperation(bytes), faultSeed }));

describe.each(CUTS)("the graph cut $name", (cut) => {
  let served: ServedCut;
  beforeAll(async () => {
    served = await serveCut(cut);
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
  });

  it("answers as the whole graph does", async () => {
    await fc.assert(
      fc.asyncProperty(TRIALS, async (trial) => {
        const whole = await askWhole(trial);
        expect(differences(whole, await served.ask(trial))).toEqual([]);
      }),
      { numRuns: Math.ceil(OPERATIONS / CUTS.length), seed: SEED },
    );
  });
});
