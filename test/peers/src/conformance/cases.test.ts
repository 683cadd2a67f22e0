import { readCases } from "@alliance-hub/test/conformance/cases/read-cases";
import { expectData, hasData } from "@alliance-hub/test/conformance/cases/expect-outcome";
import { type Stage, openStage } from "@alliance-hub/test/conformance/cases/stage";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openApolloEngine } from "./apollo-engine.ts";

/** The cases of our own engine. Known differences of the peer are checked, too. */
for (const [name, one] of await readCases()) {
  describe(name, () => {
    let peer: Stage;
    beforeAll(async () => {
      peer = await openStage(one, openApolloEngine);
    });
    afterAll(async () => {
      await peer?.[Symbol.asyncDispose]();
    });

    it.each(Object.entries(one.asks))("%s", async (_shown, ask) => {
      if (ask.peerDiffers === undefined) expectData((await peer.ask(ask)).result.data, ask);
      else {
        const data = await peer.ask(ask).then(({ result }) => result.data, String);
        expect(hasData(data, ask)).toBe(false);
      }
    });
  });
}
