import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { BY_CONCERN } from "./cuts/by-concern.ts";
import { BY_INTERFACE } from "./cuts/by-interface.ts";
import { BY_SHARING } from "./cuts/by-sharing.ts";
import { type ServedCut, serveCut } from "./graph/serve.ts";
import { SETTING, seedsOf } from "./seeds.ts";
import { tryOut } from "./trials.ts";

const CUTS = [BY_CONCERN, BY_INTERFACE, BY_SHARING];

/** Operations of one run, over all cuts and seeds. */
const OPERATIONS = 5000;

/** Other operations in every run; a run is repeated by the setting. */
const SEEDS = seedsOf(3);

describe.each(CUTS)(`the graph cut $name (${SETTING}=${SEEDS.join(",")})`, (cut) => {
  let served: ServedCut;
  beforeAll(async () => {
    served = await serveCut(cut);
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
  });

  it.each(SEEDS)("answers as the whole graph does, seed %i", async (seed) => {
    const operations = Math.ceil(OPERATIONS / CUTS.length / SEEDS.length);
    const { failure, unplannable } = await tryOut(served, { seed, operations });
    expect(failure).toBeUndefined();
    // What is rejected is no wrong answer; most of what is valid must be answered all the same.
    expect(unplannable.length).toBeLessThan(operations / 50);
  });
});
