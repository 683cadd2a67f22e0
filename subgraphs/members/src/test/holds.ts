import { type Viewer, viewerWithin } from "@alliance-hub/sharing/viewer";
import { expect } from "@jest/globals";
import * as fc from "fast-check";
import { type Pools, viewers } from "./viewers.ts";

const CASES = 120;

/** Asks as random viewers and compares what comes with what the rule says of each record. */
export async function holds<Stored extends { id: string }>(
  pools: Pools,
  records: readonly Stored[],
  rule: {
    readonly ask: (viewer: Viewer) => Promise<string[]>;
    readonly may: (viewer: Viewer, record: Stored) => boolean;
  },
): Promise<void> {
  for (const viewer of fc.sample(viewers(pools), CASES)) {
    const expected = records
      .filter((record) => rule.may(viewerWithin(viewer, "members"), record))
      .map(({ id }) => id);
    expect((await rule.ask(viewer)).toSorted()).toEqual(expected.toSorted());
  }
}
