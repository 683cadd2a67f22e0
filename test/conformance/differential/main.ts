import { parseArgs } from "node:util";
import { BY_CONCERN } from "./cuts/by-concern.ts";
import { BY_INTERFACE } from "./cuts/by-interface.ts";
import { BY_SHARING } from "./cuts/by-sharing.ts";
import { serveCut } from "./graph/serve.ts";
import { seedsOf } from "./seeds.ts";
import { tryOut } from "./trials.ts";

/**
 * The differential test at length: `npm run test:differential -- --seeds 20`, or with
 * `DIFFERENTIAL_SEEDS=1,2` again with those. Ends with code 1 if an answer was wrong.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    operations: { type: "string", default: "1700" },
    cut: { type: "string" },
  },
});
const operations = Number(values.operations);
let wrong = 0;
// Nothing else keeps a process alive that waits for the planner.
const alive = setInterval(() => undefined, 60_000);
for (const seed of seedsOf(Number(values.seeds))) {
  for (const cut of [BY_CONCERN, BY_INTERFACE, BY_SHARING]) {
    if (values.cut !== undefined && values.cut !== cut.name) continue;
    const served = await serveCut(cut);
    const { asked, unplannable, failure } = await tryOut(served, { seed, operations });
    await served[Symbol.asyncDispose]();
    const rejected = unplannable.length === 0 ? "" : `, ${unplannable.length} rejected`;
    process.stdout.write(
      `${failure === undefined ? "same " : "WRONG"} seed ${seed}, ${cut.name}: ${asked} operations${rejected}\n`,
    );
    for (const one of unplannable.slice(0, 3)) process.stdout.write(`  ${one}\n`);
    if (failure !== undefined) process.stdout.write(`${failure}\n`);
    wrong += failure === undefined ? 0 : 1;
  }
}
clearInterval(alive);
process.exitCode = wrong > 0 ? 1 : 0;
