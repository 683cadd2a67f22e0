import fc from "fast-check";
import { differences } from "./differences.ts";
import { type ServedCut, askWhole } from "./graph/serve.ts";
import { makeOperation } from "./operations/operation.ts";

/** Longest tape, in decisions. */
const LONGEST = 120;

/** A trial by what fast-check draws; in a counterexample its text is read, not its bytes. */
const TRIALS = fc
  .record({
    bytes: fc.uint8Array({ maxLength: LONGEST, size: "max" }),
    faultSeed: fc.nat({ max: 1_000_000 }),
  })
  .map(({ bytes, faultSeed }) => ({ ...makeOperation(bytes), faultSeed }));

/** What came of the trials of one seed. */
export interface TrialsResult {
  readonly asked: number;
  /** Operations that the engine rejects because it has no plan for them that holds. */
  readonly unplannable: readonly string[];
  /** The smallest operation that was answered wrongly, and in what; undefined if none was. */
  readonly failure: string | undefined;
}

/** Asks operations drawn from one seed of a cut and of the whole graph. */
export async function tryOut(
  served: ServedCut,
  { seed, operations }: { readonly seed: number; readonly operations: number },
): Promise<TrialsResult> {
  let asked = 0;
  const unplannable: string[] = [];
  const run = await fc.check(
    fc.asyncProperty(TRIALS, async (trial) => {
      asked += 1;
      const [whole, cut] = [await askWhole(trial), await served.ask(trial)];
      const rejection = cut.result.errors?.find(
        ({ extensions }) => extensions?.["code"] === "UNPLANNABLE",
      );
      if (rejection) {
        unplannable.push(`${rejection.message}\n${trial.query}`);
        if (cut.journal.length === 0) return;
      }
      const found = differences(whole, cut);
      if (found.length > 0) throw new Error(found.join("\n"));
    }),
    { numRuns: operations, seed },
  );
  const failure = run.failed
    ? `Seed ${seed}: ${JSON.stringify(run.counterexample?.[0], null, 1)}\n${String(run.errorInstance)}`
    : undefined;
  return { asked, unplannable, failure };
}
