import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { expect, it } from "@jest/globals";
import { createAgreementSetting as createSetting } from "./agreement-setting.ts";
import { POST, WITHDRAW, shared } from "./resource-calls.ts";

it("counts what is on the list at the end of the last day, and the needs of the days", async () => {
  await using setting = await createSetting();
  const provider = setting.liaison(setting.units.a);
  const post = (over: object = {}) =>
    setting.call(provider, POST, {
      input: {
        organizationId: setting.units.a,
        title: "缺书",
        kind: "WISH",
        audience: "ALLIANCE",
        publish: true,
        ...over,
      },
    });
  const report = async (from: string, to: string, regionCode = "445202") => {
    const query = `query ($key: [_Any!]!) { _entities(representations: $key) { ... on Report { venues resources needs } } }`;
    const answer = await setting.call(ANONYMOUS, query, {
      key: [{ __typename: "Report", regionCode, from, to }],
    });
    return Object.values(answer.data["_entities"][0]);
  };

  // Eleven at night on the 1st of March in Shanghai.
  setting.clock.now = new Date("2026-03-01T15:00:00Z");
  const venue = await shared(setting);
  await shared(setting, { kind: "SERVICE", audience: "ALLIANCE" });
  await shared(setting, { publish: false });
  // Between those named alone: no figure moves by it.
  await shared(setting, { audience: "PARTIES" });
  await post({ audience: "PARTIES" });
  await post({ publish: false });
  await post();
  // One in the morning on the 2nd there, though still the 1st in UTC.
  setting.clock.now = new Date("2026-03-01T17:00:00Z");
  await setting.call(provider, WITHDRAW, { input: { id: venue, reason: "装修" } });
  await post();

  expect(await report("2026-01-01", "2026-02-28")).toEqual([0, 0, 0]);
  expect(await report("2026-01-01", "2026-03-01")).toEqual([1, 2, 1]);
  expect(await report("2026-01-01", "2026-03-02")).toEqual([0, 1, 2]);
  expect(await report("2026-03-02", "2026-03-02")).toEqual([0, 1, 1]);
  expect(await report("2026-03-02", "2026-03-02", "999999")).toEqual([0, 0, 0]);
});
