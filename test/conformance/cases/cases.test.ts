import { afterAll, beforeAll, describe, it } from "@jest/globals";
import { openEngine } from "../../support/federation/engine.ts";
import { expectOutcome } from "./expect-outcome.ts";
import { readCases } from "./read-cases.ts";
import { type Stage, openStage } from "./stage.ts";

const CASES = await readCases();

for (const [name, one] of CASES) {
  describe(name, () => {
    let ours: Stage;
    beforeAll(async () => {
      ours = await openStage(one, openEngine);
    });
    afterAll(async () => {
      await ours?.[Symbol.asyncDispose]();
    });

    it.each(Object.entries(one.asks))("%s", async (_shown, ask) => {
      expectOutcome(await ours.ask(ask), ask);
    });
  });
}
