import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openApolloEngine } from "../../support/apollo-engine.ts";
import { openEngine } from "../../support/federation/engine.ts";
import type { ConformanceCase } from "./case.ts";
import { expectData, expectOutcome, hasData } from "./expect-outcome.ts";
import { type Stage, openStage } from "./stage.ts";

const FILES = readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".case.js"))
  .toSorted();

for (const file of FILES) {
  const { CASE } = (await import(`./${file}`)) as { CASE: ConformanceCase };
  describe(file.replace(".case.js", ""), () => {
    let ours: Stage;
    let peer: Stage;
    beforeAll(async () => {
      ours = await openStage(CASE, openEngine);
      peer = await openStage(CASE, openApolloEngine);
    });
    afterAll(async () => {
      await ours?.[Symbol.asyncDispose]();
      await peer?.[Symbol.asyncDispose]();
    });

    it.each(Object.entries(CASE.asks))("%s", async (_shown, ask) => {
      expectOutcome(await ours.ask(ask), ask);
    });

    it.each(Object.entries(CASE.asks))("peer: %s", async (_shown, ask) => {
      if (ask.peerDiffers === undefined) expectData((await peer.ask(ask)).result.data, ask);
      else {
        const data = await peer.ask(ask).then(({ result }) => result.data, String);
        expect(hasData(data, ask)).toBe(false);
      }
    });
  });
}
