import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL, booked, hours, shared } from "./resource-calls.ts";
import { WITHDRAW, joined } from "./waiting-calls.ts";

const AHEAD = `query ($filter: WaitingFilter) {
  waitingEntries(filter: $filter, first: 100) { nodes { id ahead } } }`;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** How many are before each entry, as the unit that provides the resource sees it. */
async function aheadOf(resourceId: string): Promise<Record<string, number | null>> {
  const { data } = await setting.call(setting.people.a, AHEAD, { filter: { resourceId } });
  const nodes: { id: string; ahead: number | null }[] = data.waitingEntries.nodes;
  return Object.fromEntries(nodes.map(({ id, ahead }) => [id, ahead]));
}

describe("the place of a waiting entry", () => {
  it("counts other units that joined earlier for a time that overlaps, each once, offered ones too", async () => {
    const resourceId = await shared(setting);
    const another = await shared(setting);
    const during = hours(setting, 72, 74);
    const later = hours(setting, 74, 76);
    const booking = await booked(setting, resourceId, { during });
    await booked(setting, resourceId, { during: later });
    await booked(setting, another, { during });
    await joined(setting, "stranger", { resourceId: another, during });
    const first = await joined(setting, "c", { resourceId, during });
    const touching = await joined(setting, "c", { resourceId, during: later });
    const second = await joined(setting, "stranger", { resourceId, during });
    const third = await joined(setting, "stranger", { resourceId, during: hours(setting, 74, 75) });
    expect(await aheadOf(resourceId)).toEqual({
      [first]: 0,
      [touching]: 0,
      [second]: 1,
      [third]: 1,
    });
    await setting.call(setting.people.b, CANCEL, { input: { id: booking, reason: "改期" } });
    // The first has an offer now, which still stands before the others; it has no place itself.
    expect(await aheadOf(resourceId)).toMatchObject({ [first]: null, [second]: 1, [third]: 1 });
    await setting.call(setting.people.c, WITHDRAW, { input: { id: first } });
    expect(await aheadOf(resourceId)).toMatchObject({ [first]: null, [second]: null, [third]: 1 });
  });

  it("is known to a unit without showing it who is before it", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 96, 97);
    await booked(setting, resourceId, { during });
    await joined(setting, "c", { resourceId, during });
    const own = await joined(setting, "stranger", { resourceId, during });
    const filter = { resourceId };
    const { data } = await setting.call(setting.people.stranger, AHEAD, { filter });
    expect(data.waitingEntries.nodes).toEqual([{ id: own, ahead: 1 }]);
  });
});
