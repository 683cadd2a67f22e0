import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL, CHANGE, book, booked, hours, shared } from "./resource-calls.ts";
import { ACCEPT, entries, join, joined } from "./waiting-calls.ts";

const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;
const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const LIFT = `mutation ($input: LiftBlockingInput!) { liftBlocking(input: $input) { blocking { id } } }`;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const cancel = (id: string) =>
  setting.call(setting.people.b, CANCEL, { input: { id, reason: "改期" } });
const accept = (id: string, unit: "a" | "b" | "c" | "stranger") =>
  setting.call(setting.people[unit], ACCEPT, { input: { id } });
const told = async (recordId: string) => {
  const { rows } = await setting.admin.query(
    "select type from activities.notice where record_id = $1 order by number",
    [recordId],
  );
  return rows.map(({ type }) => type);
};
const statesOf = async (resourceId: string) =>
  (await entries(setting, resourceId)).map(({ state }) => state);

describe("a time that becomes free", () => {
  it("is offered to the first who waits, held for it, and booked when it accepts", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    await joined(setting, "stranger", { resourceId, during });
    expect((await cancel(booking)).code).toBeUndefined();
    expect(await entries(setting, resourceId)).toMatchObject([
      { id: first, state: "OFFERED", until: "2026-03-02T04:00:00Z" },
      { state: "WAITING", until: null },
    ]);
    expect((await book(setting, resourceId, { during })).code).toBe("BOOKING_CONFLICT");
    const { data } = await accept(first, "c");
    expect(data.acceptOffer.entry).toMatchObject({
      state: "BOOKED",
      booking: { id: expect.any(String), state: "CONFIRMED" },
    });
    expect(await statesOf(resourceId)).toEqual(["BOOKED", "WAITING"]);
    expect((await accept(first, "c")).code).toBe("ILLEGAL_TRANSITION");
  });

  it.each([
    ["shortened", { from: 73, to: 74 }, 2],
    ["moved", { from: 90, to: 92 }, 2],
    ["made smaller", { from: 72, to: 74 }, 1],
  ])("is offered at once when a booking is %s", async (_how, { from, to }, quantity) => {
    const resourceId = await shared(setting, { capacity: 2 });
    const id = await booked(setting, resourceId, { during: hours(setting, 72, 74), quantity: 2 });
    const during = hours(setting, 72, 73);
    const first = await joined(setting, "c", { resourceId, during });
    await joined(setting, "stranger", { resourceId, during: hours(setting, 72, 74), quantity: 2 });
    const input = { id, during: hours(setting, from, to), quantity };
    const { data } = await setting.call(setting.people.b, CHANGE, { input });
    expect(data.changeBooking.booking).toMatchObject({ state: "CONFIRMED", version: 2 });
    expect(await statesOf(resourceId)).toEqual(["OFFERED", "WAITING"]);
    expect(await told(first)).toEqual(["OFFERED"]);
  });

  it("is not offered while a move awaits approval, and at once when it is taken back", async () => {
    const resourceId = await shared(setting);
    const id = await booked(setting, resourceId, { during: hours(setting, 72, 74) });
    await setting.admin.query("update resources.resource set approval = true where id = $1", [
      resourceId,
    ]);
    await joined(setting, "c", { resourceId, during: hours(setting, 72, 73) });
    const move = (from: number, to: number) =>
      setting.call(setting.people.b, CHANGE, { input: { id, during: hours(setting, from, to) } });
    expect((await move(90, 92)).data.changeBooking.booking.state).toBe("REQUESTED");
    await joined(setting, "stranger", { resourceId, during: hours(setting, 90, 91) });
    expect(await statesOf(resourceId)).toEqual(["WAITING", "WAITING"]);
    expect((await move(72, 74)).data.changeBooking.booking.state).toBe("CONFIRMED");
    expect(await statesOf(resourceId)).toEqual(["WAITING", "OFFERED"]);
  });

  it("is free with the buffer that the room has by now, and is held with it", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const [own, next] = [
      await booked(setting, resourceId, { during }),
      await booked(setting, resourceId, { during: hours(setting, 73, 74) }),
    ];
    await joined(setting, "c", { resourceId, during });
    const input = { resourceId, bookingRules: { bufferMinutes: 30 } };
    await setting.call(setting.people.a, SET, { input });
    await cancel(own);
    expect(await statesOf(resourceId)).toEqual(["WAITING"]);
    await cancel(next);
    expect(await statesOf(resourceId)).toEqual(["OFFERED"]);
    const after = async (from: number) =>
      (await book(setting, resourceId, { during: hours(setting, from, from + 1) })).code;
    expect(await after(73)).toBe("BOOKING_CONFLICT");
    expect(await after(73.5)).toBeUndefined();
  });

  it("is for those who wait before anybody joins them, even if nobody has moved the list on", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    await joined(setting, "c", { resourceId, during });
    await setting.admin.query("update resources.booking set state = 'CANCELLED' where id = $1", [
      booking,
    ]);
    expect((await join(setting, "stranger", { resourceId, during })).code).toBeUndefined();
    expect(await statesOf(resourceId)).toEqual(["OFFERED", "WAITING"]);
  });

  it("goes to the first whose wish can be had: who wants more than is free waits on", async () => {
    const resourceId = await shared(setting, { capacity: 3 });
    const during = hours(setting, 72, 73);
    const [one] = [
      await booked(setting, resourceId, { during }),
      await booked(setting, resourceId, { during, quantity: 2 }),
    ];
    await joined(setting, "c", { resourceId, during, quantity: 2 });
    await joined(setting, "stranger", { resourceId, during });
    await cancel(one);
    expect(await statesOf(resourceId)).toEqual(["WAITING", "OFFERED"]);
  });

  it("is nobody else's, even if somebody books before the list was moved on", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const { id: blocking } = (
      await setting.call(setting.people.a, BLOCK, { input: { resourceId, during, reason: "检修" } })
    ).data.blockResource.blocking;
    const first = await joined(setting, "c", { resourceId, during });
    await setting.call(setting.people.a, LIFT, { input: { id: blocking } });
    expect((await book(setting, resourceId, { during })).code).toBe("BOOKING_CONFLICT");
    // A refused call leaves nothing behind; the next one that succeeds does.
    const later = hours(setting, 80, 81);
    expect((await book(setting, resourceId, { during: later })).code).toBeUndefined();
    expect((await accept(first, "c")).data.acceptOffer.entry.state).toBe("BOOKED");
  });

  it.each([
    [72, "2026-03-02T04:00:00Z"],
    [20, "2026-03-01T22:00:00Z"],
    [2, "2026-03-01T04:30:00Z"],
    [0.25, "2026-03-01T04:15:00Z"],
  ])("%d hours ahead is held until %s", async (from, until) => {
    const resourceId = await shared(setting);
    const during = hours(setting, from, from + 1);
    const booking = await booked(setting, resourceId, { during });
    await joined(setting, "c", { resourceId, during });
    await cancel(booking);
    expect(await entries(setting, resourceId)).toMatchObject([{ state: "OFFERED", until }]);
  });

  it("is told with a task, which is done by the answer", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    const first = await joined(setting, "c", { resourceId, during });
    await cancel(booking);
    const told = async () => {
      const { rows } = await setting.admin.query(
        `select type, organization_id as to from activities.notice where record_id = $1`,
        [first],
      );
      const tasks = await setting.admin.query(
        `select kind, state, organization_id as to, due_at as due from activities.task where record_id = $1`,
        [first],
      );
      return { notices: rows, tasks: tasks.rows };
    };
    const to = setting.units.c;
    const due = new Date("2026-03-02T04:00:00Z");
    expect(await told()).toEqual({
      notices: [{ type: "OFFERED", to }],
      tasks: [{ kind: "ANSWER_OFFER", state: "OPEN", to, due }],
    });
    await accept(first, "c");
    expect((await told()).tasks).toEqual([{ kind: "ANSWER_OFFER", state: "DONE", to, due }]);
  });

  it("is kept by the database, too, whoever writes a booking", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 72, 73);
    const booking = await booked(setting, resourceId, { during });
    await joined(setting, "c", { resourceId, during });
    await cancel(booking);
    const copy = setting.admin.query(
      `insert into resources.booking (id, created_at, updated_at, resource_id, organization_id, provider_id, starts_at, ends_at, quantity, exclusive, state)
       select gen_random_uuid(), now(), now(), resource_id, organization_id, provider_id, starts_at, ends_at, 1, true, 'CONFIRMED'
       from resources.booking where id = $1`,
      [booking],
    );
    await expect(copy).rejects.toMatchObject({ constraint: "booking_not_while_offered" });
  });
});
