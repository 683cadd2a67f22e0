import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { default: Sequencer } =
  require("@jest/test-sequencer") as typeof import("@jest/test-sequencer");

/**
 * Files that last more than ten seconds, the longest first. They begin before all others, so that no worker
 * has one left when the others have nothing to do any more.
 */
export const LONGEST: readonly string[] = [
  "test/dist/scenarios/updates/crash.test.js",
  "test/dist/browser/pages.test.js",
  "test/dist/scenarios/partners/partners.test.js",
  "test/dist/scenarios/updates/away.test.js",
  "test/dist/scenarios/database-outage/silent.test.js",
  "kit/platform/dist/http/stop.test.js",
  "test/dist/scenarios/traces/traces.test.js",
  "test/dist/scenarios/backup/refused.test.js",
  "test/dist/scenarios/start/signals.test.js",
  "test/dist/scenarios/metrics/metrics.test.js",
  "test/dist/scenarios/split/split.test.js",
  "test/dist/browser/on-one-hub.test.js",
  "test/dist/browser/office.test.js",
  "test/dist/browser/members.test.js",
  "test/dist/scenarios/street-months/street-months.test.js",
  "test/dist/scenarios/backup/other-hubs.test.js",
  "test/dist/scenarios/backup/backup.test.js",
  "test/dist/conformance/hostile/bombs.test.js",
  "test/dist/conformance/differential/differential.test.js",
  "test/dist/scenarios/stop/stop.test.js",
  "kit/platform/dist/database/read-pipelines.test.js",
  "test/dist/scenarios/crash/crash.test.js",
  "test/dist/scenarios/updates/restored.test.js",
  "test/dist/scenarios/database-outage/locked-row.test.js",
  "test/dist/scenarios/start/away.test.js",
  "test/dist/scenarios/start/npm-start.test.js",
  "kit/postgres/dist/takeover.test.js",
  "test/dist/scenarios/sharing/worlds.test.js",
  "test/dist/scenarios/updates/memberships.test.js",
];

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
