import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { booked, hours, shared } from "./resource-calls.ts";
import { entries, joined } from "./waiting-calls.ts";

/* The worker locks only resources whose waiting lists change. */

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const statesOf = async (resourceId: string) =>
  (await entries(setting, resourceId)).map(({ state }) => state);

/** Somebody who holds the lock of a resource and does not get done. */
async function holding(resourceId: string): Promise<AsyncDisposable> {
  const client = new Client({ connectionString: setting.url });
  await client.connect();
  await client.query("begin");
  await client.query("select from resources.resource where id = $1 for update", [resourceId]);
  return { [Symbol.asyncDispose]: () => client.end() };
}

describe("the worker of the waiting lists", () => {
  it("waits for no resource on whose list nothing changes, taken or offered", async () => {
    const during = hours(setting, 72, 73);
    const taken = await shared(setting);
    await booked(setting, taken, { during });
    await joined(setting, "c", { resourceId: taken, during });
    const offered = await shared(setting);
    const booking = await booked(setting, offered, { during });
    await joined(setting, "c", { resourceId: offered, during });
    await setting.admin.query("delete from resources.booking where id = $1", [booking]);
    await setting.moveWaitingOn();
    expect(await statesOf(offered)).toEqual(["OFFERED"]);
    await using _one = await holding(taken);
    await using _other = await holding(offered);
    // Would never be done otherwise.
    await setting.moveWaitingOn();
    expect([await statesOf(taken), await statesOf(offered)]).toEqual([["WAITING"], ["OFFERED"]]);
  });

  it("finds what changes by itself: a time that is free by now, an offer and a time that are over", async () => {
    const during = hours(setting, 72, 73);
    const rooms = [await shared(setting), await shared(setting)];
    for (const resourceId of rooms) {
      const booking = await booked(setting, resourceId, { during });
      await joined(setting, "c", { resourceId, during });
      if (resourceId === rooms[0])
        await setting.admin.query("delete from resources.booking where id = $1", [booking]);
    }
    const states = async () => [await statesOf(rooms[0] ?? ""), await statesOf(rooms[1] ?? "")];
    await setting.moveWaitingOn();
    expect(await states()).toEqual([["OFFERED"], ["WAITING"]]);
    setting.clock.now = new Date("2026-03-02T04:00:00Z");
    await setting.moveWaitingOn();
    expect(await states()).toEqual([["LAPSED"], ["WAITING"]]);
    setting.clock.now = new Date("2026-03-04T04:00:00Z");
    await setting.moveWaitingOn();
    expect(await states()).toEqual([["LAPSED"], ["LAPSED"]]);
  });
});
