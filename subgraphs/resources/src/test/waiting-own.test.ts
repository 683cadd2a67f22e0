import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { BASKET, BOOK, CANCEL, CHANGE, SERIES, booked, hours, shared } from "./resource-calls.ts";
import { entries, join, joined } from "./waiting-calls.ts";

/* A unit does not wait for what it has itself. */

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const askAsC = (document: string, input: object) =>
  setting.call(setting.people.c, document, {
    input: { organizationId: setting.units.c, ...input },
  });
const cancel = (id: string) =>
  setting.call(setting.people.b, CANCEL, { input: { id, reason: "改期" } });
const statesOf = async (resourceId: string) =>
  (await entries(setting, resourceId)).map(({ state }) => state);
const toldOf = async (recordId: string) => {
  const { rows } = await setting.admin.query<{ type: string }>(
    "select type from activities.notice where record_id = $1 order by number",
    [recordId],
  );
  return rows.map(({ type }) => type);
};

describe("joining a waiting list", () => {
  it.each([
    ["CONFIRMED", false],
    ["REQUESTED", true],
  ])("is refused for a time that the unit has itself: %s", async (_state, approval) => {
    const resourceId = await shared(setting, { approval });
    const own = await booked(setting, resourceId, { during: hours(setting, 69, 71) });
    for (const [from, to] of [
      [69, 71],
      [69, 70],
      [70, 72],
      [68, 72],
    ] as const)
      expect(
        await join(setting, "b", { resourceId, during: hours(setting, from, to) }),
      ).toMatchObject({
        code: "CONFLICT",
        message: expect.stringMatching(
          /on 2026-03-04 from 09:00 to 11:00.*changeBooking.*cancelBooking/s,
        ),
        extensions: { field: "during", bookingId: own },
      });
    // Others wait, and have it once it is given back.
    const other = await joined(setting, "c", { resourceId, during: hours(setting, 70, 72) });
    await cancel(own);
    expect(await toldOf(other)).toEqual(["OFFERED"]);
  });

  it("is refused while the unit's own clearing up is in the way", async () => {
    const resourceId = await shared(setting);
    await setting.call(setting.people.a, SET, {
      input: { resourceId, bookingRules: { bufferMinutes: 30 } },
    });
    const own = await booked(setting, resourceId, { during: hours(setting, 69, 71) });
    const after = { resourceId, during: hours(setting, 71, 72) };
    expect((await join(setting, "b", after)).extensions).toMatchObject({ bookingId: own });
    expect((await join(setting, "c", after)).code).toBeUndefined();
  });

  it("is for more than the unit has, where there is more", async () => {
    const resourceId = await shared(setting, { capacity: 5 });
    const during = hours(setting, 69, 71);
    const own = await booked(setting, resourceId, { during, quantity: 2 });
    const { c } = setting.units;
    await setting.call(setting.people.c, BOOK, {
      input: { resourceId, organizationId: c, during, quantity: 2 },
    });
    expect(await join(setting, "b", { resourceId, during, quantity: 4 })).toMatchObject({
      code: "CONFLICT",
      extensions: { bookingId: own },
      message: expect.stringContaining("2 of 5"),
    });
    const more = await joined(setting, "b", { resourceId, during, quantity: 2 });
    expect(more).toEqual(expect.any(String));
    // What it had before is not what it waits for.
    await setting.moveWaitingOn();
    expect(await statesOf(resourceId)).toEqual(["WAITING"]);
    // Nor is a part of it.
    await setting.call(setting.people.b, CHANGE, { input: { id: own, quantity: 3 } });
    expect(await statesOf(resourceId)).toEqual(["WAITING"]);
  });
});

/** Ways in which unit c gets an hour of a room. */
const WAYS: Readonly<Record<string, (resourceId: string, during: object) => Promise<unknown>>> = {
  booking: (resourceId, during) => askAsC(BOOK, { resourceId, during }),
  basket: (resourceId, during) => askAsC(BASKET, { during, items: [{ resourceId }] }),
  series: (resourceId, during) =>
    askAsC(SERIES, { resourceId, during, repeat: { every: "WEEK", count: 2 } }),
  change: async (resourceId, during) => {
    const other = await askAsC(BOOK, { resourceId, during: hours(setting, 100, 101) });
    const { id } = other.data.bookResource.booking;
    return await setting.call(setting.people.c, CHANGE, { input: { id, during } });
  },
  activity: async (resourceId, { start, end }: { start?: string; end?: string }) => {
    const wanted = {
      id: randomUUID(),
      activityId: randomUUID(),
      resourceId,
      organizationId: setting.units.c,
      startsAt: start,
      endsAt: end,
    };
    const { rows } = await setting.admin.query(
      "select directory.book_for_activity($1, $2) as answer",
      [wanted, setting.clock.now],
    );
    expect(rows[0].answer.moved).toMatchObject([{ state: "WITHDRAWN" }]);
    return {};
  },
};

describe("a unit that gets the time that it waits for in another way", () => {
  it.each(Object.keys(WAYS))("waits for it no longer: %s", async (way) => {
    const resourceId = await shared(setting);
    const [first, second] = [hours(setting, 69, 70), hours(setting, 70, 71)];
    const whole = await booked(setting, resourceId, { during: hours(setting, 69, 71) });
    const entry = await joined(setting, "c", { resourceId, during: hours(setting, 69, 71) });
    await setting.call(setting.people.b, CHANGE, { input: { id: whole, during: first } });
    await askAsC(BOOK, { resourceId, during: second });
    // It has only a part of it.
    expect(await statesOf(resourceId)).toEqual(["WAITING"]);
    await cancel(whole);
    expect(await WAYS[way]?.(resourceId, first)).not.toHaveProperty("code", expect.anything());
    expect(await statesOf(resourceId)).toEqual(["WITHDRAWN"]);
    // An activity's notices are left by the subgraph of activities.
    expect(await toldOf(entry)).toEqual(way === "activity" ? [] : ["HAD"]);
  });

  it("is ended by the hub's own worker, too", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 69, 71);
    await booked(setting, resourceId, { during });
    const { admin, units } = setting;
    // As it was possible before.
    const id = randomUUID();
    await admin.query(
      `insert into resources.waiting_entry (id, created_at, updated_at, resource_id, organization_id, provider_id, line_number, starts_at, ends_at, quantity, state)
       values ($1, now(), now(), $2, $3, $4, 1, $5, $6, 1, 'WAITING')`,
      [id, resourceId, units.b, units.a, during.start, during.end],
    );
    await admin.query("update resources.waiting_entry set held_before = 0 where id = $1", [id]);
    await setting.moveWaitingOn();
    expect(await statesOf(resourceId)).toEqual(["WITHDRAWN"]);
    expect(await toldOf(id)).toEqual(["HAD"]);
  });

  it("has so much more than it held before", async () => {
    const resourceId = await shared(setting, { capacity: 5 });
    const during = hours(setting, 69, 71);
    const others = await booked(setting, resourceId, { during, quantity: 4 });
    const own = await askAsC(BOOK, { resourceId, during });
    const { id } = own.data.bookResource.booking;
    const give = (quantity: number) =>
      setting.call(setting.people.b, CHANGE, { input: { id: others, quantity } });
    const take = (quantity: number) =>
      setting.call(setting.people.c, CHANGE, { input: { id, quantity } });
    const entry = await joined(setting, "c", { resourceId, during, quantity: 2 });
    await give(3);
    expect((await take(2)).code).toBeUndefined();
    expect(await statesOf(resourceId)).toEqual(["WAITING"]);
    await give(2);
    expect((await take(3)).code).toBeUndefined();
    expect(await toldOf(entry)).toEqual(["HAD"]);
  });
});
