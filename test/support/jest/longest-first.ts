import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { default: Sequencer } =
  require("@jest/test-sequencer") as typeof import("@jest/test-sequencer");

/**
 * Files that last ten seconds and more, the longest first. They begin before all others, so that no worker
 * has one left when the others have nothing to do any more.
 */
const LONGEST = ["test/dist/scenarios/updates/crash.test.js"];

type Test = Parameters<InstanceType<typeof Sequencer>["sort"]>[0][number];

/** Jest's `testSequencer`: the longest files first, then the others as Jest likes to have them. */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Test[]): Promise<Test[]> {
    const sorted = await super.sort(tests);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ path }: Test): number {
  const place = LONGEST.findIndex((end) => path.endsWith(`/${end}`));
  return place < 0 ? LONGEST.length : place;
}
