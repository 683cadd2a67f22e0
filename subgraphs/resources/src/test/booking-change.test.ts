import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  AVAILABILITY,
  CANCEL,
  CHANGE,
  DECIDE,
  RESOURCES,
  book,
  booked,
  hours,
  shared,
} from "./resource-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const change = (id: string, over: object, viewer = setting.liaison(setting.units.b)) =>
  setting.call(viewer, CHANGE, { input: { id, ...over } });
const decide = (id: string, confirm: boolean) =>
  setting.call(setting.liaison(setting.units.a), DECIDE, {
    input: { id, confirm, reason: "已有安排" },
  });
const isFree = async (id: string, from: number, to: number): Promise<boolean> =>
  (await book(setting, id, { during: hours(setting, from, to) })).code === undefined;

/** Types of the notices about a booking, and for whom, in order. */
async function told(id: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ type: string; organization_id: string }>(
    "select type, organization_id from activities.notice where record_id = $1 order by number",
    [id],
  );
  const { a } = setting.units;
  return rows.map((row) => `${row.type} → ${row.organization_id === a ? "provider" : "unit"}`);
}

async function tasks(id: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ state: string }>(
    "select state from activities.task where record_id = $1 order by state",
    [id],
  );
  return rows.map(({ state }) => state);
}

describe("a booking that is changed", () => {
  it("loses a purpose that is given as null, and keeps one that is left out", async () => {
    const during = hours(setting, 30, 31);
    const id = await booked(setting, await shared(setting), { during, purpose: "党课" });
    const purpose = async (over: object) =>
      (await change(id, over)).data.changeBooking.booking.purpose;
    expect(await purpose({ quantity: 1 })).toBe("党课");
    expect(await purpose({ purpose: null })).toBeNull();
  });

  it("has the new time, and the old one is free; the provider is told what was before", async () => {
    const id = await shared(setting);
    const booking = await booked(setting, id, { during: hours(setting, 1, 3), purpose: "党课" });
    const { data } = await change(booking, { during: hours(setting, 2, 4), purpose: "主题党日" });
    expect(data.changeBooking.booking).toMatchObject({
      state: "CONFIRMED",
      during: hours(setting, 2, 4),
      purpose: "主题党日",
      previous: null,
    });
    expect(await isFree(id, 1, 2)).toBe(true);
    expect(await isFree(id, 2, 3)).toBe(false);
    expect(await told(booking)).toEqual(["BOOKED → provider", "CHANGED → provider"]);
  });

  it("keeps the old time if the new one is taken, blocked or closed, and if there is too little", async () => {
    const id = await shared(setting);
    const booking = await booked(setting, id, { during: hours(setting, 1, 2), purpose: "党课" });
    await booked(setting, id, { during: hours(setting, 3, 4) });
    const blocked = { resourceId: id, during: hours(setting, 6, 7), reason: "检修" };
    await setting.call(setting.liaison(setting.units.a), BLOCK, { input: blocked });
    const refused = async (over: object) =>
      (await change(booking, { ...over, purpose: "会" })).code;
    expect(await refused({ during: hours(setting, 2, 4) })).toBe("BOOKING_CONFLICT");
    expect(await refused({ during: hours(setting, 6, 7) })).toBe("BOOKING_CONFLICT");
    expect(await refused({ during: hours(setting, -1, 2) })).toBe("BAD_USER_INPUT");
    expect(await refused({ during: hours(setting, 2, 1) })).toBe("BAD_USER_INPUT");
    expect(await refused({ quantity: 2 })).toBe("BAD_USER_INPUT");
    const { data } = await change(booking, {});
    expect(data.changeBooking.booking).toMatchObject({
      during: hours(setting, 1, 2),
      purpose: "党课",
    });
    expect(await isFree(id, 1, 2)).toBe(false);
  });

  it("is changed by the unit that booked alone", async () => {
    const { committeeId, units } = setting;
    const id = await shared(setting, { committeeId });
    const booking = await booked(setting, id, { during: hours(setting, 1, 2) });
    for (const [viewer, code] of [
      [ANONYMOUS, "UNAUTHENTICATED"],
      [setting.liaison(units.a), "FORBIDDEN"],
      [setting.liaison(units.c), "FORBIDDEN"],
      [setting.secretary, "FORBIDDEN"],
      [setting.liaison(units.b), undefined],
    ] as const)
      expect((await change(booking, { during: hours(setting, 2, 3) }, viewer)).code).toBe(code);
    expect((await change("x", {})).code).toBe("NOT_FOUND");
    expect((await change(booking, { version: 1 })).code).toBe("CONFLICT");
  });

  it("is changed before it begins, no later than it may be cancelled, and not once it is over", async () => {
    const id = await shared(setting);
    const booking = await booked(setting, id, { during: hours(setting, 3, 4) });
    const input = { resourceId: id, bookingRules: { cancelBeforeMinutes: 120 } };
    await setting.call(setting.liaison(setting.units.a), SET, { input });
    setting.clock.now = new Date("2026-03-01T05:30:00Z");
    const late = await change(booking, { during: hours(setting, 9, 10) });
    expect(late).toMatchObject({ code: "ILLEGAL_TRANSITION" });
    setting.clock.now = new Date("2026-03-01T07:30:00Z");
    const begun = await change(booking, { quantity: 1, during: hours(setting, 1, 2) });
    expect(begun).toMatchObject({ code: "ILLEGAL_TRANSITION" });
    expect((await change(booking, { purpose: "补记" })).code).toBeUndefined();
    const other = await booked(setting, id, { during: hours(setting, 9, 10) });
    await setting.call(setting.liaison(setting.units.a), CANCEL, {
      input: { id: other, reason: "停电" },
    });
    expect((await change(other, { purpose: "补记" })).code).toBe("ILLEGAL_TRANSITION");
  });

  it("tells all that is wrong at once", async () => {
    const booking = await booked(setting, await shared(setting), { during: hours(setting, 1, 2) });
    const answer = await change(booking, {
      during: hours(setting, 2, 1),
      quantity: 0,
      purpose: "开".repeat(300),
    });
    const faults = (answer.extensions?.["faults"] ?? []) as { path: string[] }[]; // as errors give them
    expect(new Set(faults.map(({ path }) => path[1]))).toEqual(
      new Set(["during", "quantity", "purpose"]),
    );
  });
});

describe("a changed booking that needs approval", () => {
  /** A room whose provider approves, with a confirmed booking from hour 1 to 3. */
  async function confirmed(over: object = {}, quantity = 1): Promise<[string, string]> {
    const id = await shared(setting, { approval: true, title: `室${Math.random()}`, ...over });
    const booking = await booked(setting, id, { during: hours(setting, 1, 3), quantity });
    await decide(booking, true);
    return [id, booking];
  }

  it("holds both times until it is decided, and a denial gives the old one back", async () => {
    const [id, booking] = await confirmed();
    const { data } = await change(booking, { during: hours(setting, 5, 6) });
    expect(data.changeBooking.booking).toMatchObject({
      state: "REQUESTED",
      during: hours(setting, 5, 6),
      previous: hours(setting, 1, 3),
    });
    for (const [from, to, free] of [
      [0, 2, false],
      [2, 3, false],
      [5, 6, false],
      [3, 5, true],
    ] as const) {
      expect({ from, free: await isFree(id, from, to) }).toEqual({ from, free });
    }
    expect(await tasks(booking)).toEqual(["DONE", "OPEN"]);
    const denied = (await decide(booking, false)).data.decideBooking.booking;
    expect(denied).toMatchObject({ state: "CONFIRMED", during: hours(setting, 1, 3) });
    expect(await isFree(id, 5, 6)).toBe(true);
    expect(await isFree(id, 1, 3)).toBe(false);
    expect(await told(booking)).toEqual([
      "REQUESTED → provider",
      "CONFIRMED → unit",
      "CHANGE_REQUESTED → provider",
      "CHANGE_DENIED → unit",
    ]);
    expect(await tasks(booking)).toEqual(["DONE", "DONE"]);
  });

  it("gives the old time back once it is confirmed or cancelled, and needs no approval to go back", async () => {
    const [id, booking] = await confirmed();
    await change(booking, { during: hours(setting, 2, 4) });
    await change(booking, { during: hours(setting, 6, 7) });
    expect(await isFree(id, 3, 4)).toBe(true);
    const { data } = await change(booking, { during: hours(setting, 1, 3) });
    expect(data.changeBooking.booking).toMatchObject({ state: "CONFIRMED", previous: null });
    await change(booking, { during: hours(setting, 6, 7) });
    await decide(booking, true);
    expect(await isFree(id, 1, 3)).toBe(true);
    await change(booking, { during: hours(setting, 8, 9) });
    const input = { id: booking, reason: "改期" };
    await setting.call(setting.liaison(setting.units.b), CANCEL, { input });
    expect(await isFree(id, 6, 9)).toBe(true);
  });

  it("gets the old time back though it is blocked since, or its buffer has grown", async () => {
    const [id, booking] = await confirmed();
    await change(booking, { during: hours(setting, 5, 6) });
    const provider = setting.liaison(setting.units.a);
    expect(await isFree(id, 3, 4)).toBe(true);
    await setting.call(provider, SET, {
      input: { resourceId: id, bookingRules: { bufferMinutes: 60 } },
    });
    await setting.call(provider, BLOCK, {
      input: { resourceId: id, during: hours(setting, 1, 2), reason: "检修" },
    });
    const { code, data } = await decide(booking, false);
    expect(code).toBeUndefined();
    expect(data.decideBooking.booking).toMatchObject({ state: "CONFIRMED" });
  });

  it("takes, where both of its times lie, the greater quantity", async () => {
    const title = `桌椅${Date.now()}x`;
    const [id, booking] = await confirmed({ capacity: 5, title }, 4);
    await change(booking, { during: hours(setting, 2, 4), quantity: 2 });
    const during = hours(setting, 0, 5);
    const { data } = await setting.call(setting.secretary, AVAILABILITY, { id, during });
    expect(data.resource.free).toEqual([
      { ...hours(setting, 0, 1), quantity: 5 },
      { ...hours(setting, 1, 3), quantity: 1 },
      { ...hours(setting, 3, 4), quantity: 3 },
      { ...hours(setting, 4, 5), quantity: 5 },
    ]);
    const listed = async (from: number, to: number) => {
      const filter = { text: title, freeDuring: hours(setting, from, to) };
      return (await setting.call(setting.secretary, RESOURCES, { filter })).data.resources.nodes;
    };
    await booked(setting, id, { during: hours(setting, 0, 2), quantity: 1 });
    expect(await listed(0, 3)).toEqual([]);
    expect(await listed(2, 5)).toEqual([{ id }]);
  });
});
