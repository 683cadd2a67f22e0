import { afterAll, beforeAll, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { NOW, setups, steps } from "./ways-arbitraries.ts";
import { expectHeld, roomOf } from "./ways-room.ts";
import { WAYS } from "./ways-steps.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
  setting.clock.now = new Date(NOW);
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

it("all ways to book give and refuse exactly what a model of quarters says", async () => {
  const ask = (document: string, input: object) =>
    setting.call(setting.liaison(setting.units.b), document, { input });
  await fc.assert(
    fc.asyncProperty(setups, setups, steps, async (setup, otherSetup, history) => {
      const room = await roomOf(setting, setup);
      const other = await roomOf(setting, otherSetup);
      for (const step of history) await WAYS[step.way]({ ...step, setting, room, other, ask });
      await expectHeld(setting, room);
      await expectHeld(setting, other);
    }),
    { numRuns: 40 },
  );
}, 300_000);
