import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL, PUBLISH, UPDATE, WITHDRAW, booked, hours, shared } from "./resource-calls.ts";
import { joined } from "./waiting-calls.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const change = (id: string, over: object) =>
  setting.call(setting.people.a, UPDATE, { input: { id, ...over } });
const booking = (id: string, from: number) =>
  booked(setting, id, { during: hours(setting, from, from + 2) });

describe("a resource that is booked", () => {
  it("does not become what cannot be booked, until its bookings and its waiting list are gone", async () => {
    const id = await shared(setting);
    const first = await booking(id, 30);
    await booking(id, 40);
    await joined(setting, "c", { resourceId: id, during: hours(setting, 40, 41) });
    const refused = await change(id, { kind: "FUNDS" });
    expect([refused.code, refused.extensions]).toEqual([
      "CONFLICT",
      expect.objectContaining({ bookings: 2, waiting: 1, field: "kind" }),
    ]);
    await setting.call(setting.people.a, CANCEL, { input: { id: first, reason: "停用" } });
    expect((await change(id, { kind: "POST" })).extensions).toMatchObject({ bookings: 1 });
    // The way out that it names.
    await setting.call(setting.people.a, WITHDRAW, { input: { id, reason: "停用" } });
    await setting.moveWaitingOn();
    expect((await change(id, { kind: "FUNDS" })).message).toBeUndefined();
    expect((await setting.call(setting.people.a, PUBLISH, { input: { id } })).code).toBeUndefined();
  });

  it("is refused it for those that only wait, and not for what is over or has begun", async () => {
    const id = await shared(setting);
    await booking(id, 1);
    const taken = await booking(id, 30);
    await joined(setting, "c", { resourceId: id, during: hours(setting, 30, 31) });
    await setting.call(setting.people.a, CANCEL, { input: { id: taken, reason: "停用" } });
    const start = setting.clock.now;
    setting.clock.now = new Date(start.getTime() + 2 * 3_600_000);
    try {
      expect((await change(id, { kind: "FUNDS" })).extensions).toMatchObject({
        bookings: 0,
        waiting: 1,
      });
      setting.clock.now = new Date(start.getTime() + 40 * 3_600_000);
      expect((await change(id, { kind: "FUNDS" })).message).toBeUndefined();
    } finally {
      setting.clock.now = start;
    }
  });

  it("stays a venue while activities are booked there; other bookings can be of any equipment", async () => {
    const id = await shared(setting);
    const [first] = [await booking(id, 30), await booking(id, 40)];
    expect((await change(id, { kind: "EQUIPMENT" })).code).toBeUndefined();
    expect((await change(id, { kind: "VENUE" })).code).toBeUndefined();
    await setting.admin.query("update resources.booking set activity_id = $2 where id = $1", [
      first,
      randomUUID(),
    ]);
    const refused = await change(id, { kind: "EQUIPMENT" });
    expect([refused.code, refused.extensions]).toEqual([
      "CONFLICT",
      expect.objectContaining({ bookings: 1, field: "kind" }),
    ]);
    expect((await change(id, { kind: "VENUE", title: "大会议室" })).code).toBeUndefined();
  });

  it("is told all that is wrong with a change at once", async () => {
    const id = await shared(setting, { capacity: 3 });
    await booked(setting, id, { during: hours(setting, 30, 31), quantity: 2 });
    const { extensions } = await change(id, { kind: "FUNDS", capacity: 1, venueKind: "OTHER" });
    const faults = extensions?.["faults"] as { path: string[] }[]; // as errors give them
    expect(new Set(faults.map(({ path }) => path.at(-1)))).toEqual(
      new Set(["capacity", "kind", "venueKind"]),
    );
  });
});
