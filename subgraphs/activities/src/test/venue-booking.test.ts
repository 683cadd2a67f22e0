import { randomUUID } from "node:crypto";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  type CalendarSetting,
  RESCHEDULE,
  SCHEDULE,
  activityInput,
  createCalendarSetting,
  on,
} from "./calendar-setting.ts";
import { enterRoom, enterRules } from "./rooms.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const room = (over: Parameters<typeof enterRoom>[1] = {}): Promise<string> =>
  enterRoom(setting, over);
const host = (): Viewer => setting.liaison(setting.units.a);
const schedule = (viewer: Viewer, over: object) =>
  setting.call(viewer, SCHEDULE, { input: activityInput(setting, over) });
const idOf = async (viewer: Viewer, over: object): Promise<string> => {
  const { data, message } = await schedule(viewer, over);
  if (message !== undefined) throw new Error(message);
  return data.scheduleActivity.activity.id;
};
const move = (id: string, day: string) =>
  setting.call(host(), RESCHEDULE, { input: { id, during: on(day) } });

const UPDATE = `mutation ($input: UpdateActivityInput!) { updateActivity(input: $input) { activity { id place venue { id } } } }`;

/** States of the bookings of a room. */
async function statesOf(resourceId: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ state: string }>(
    "select state from resources.booking where resource_id = $1 order by created_at, id",
    [resourceId],
  );
  return rows.map(({ state }) => state);
}

/** The bookings of a room, in order of time. */
async function bookingsOf(resourceId: string): Promise<object[]> {
  const { rows } = await setting.admin.query(
    `select state, to_char(starts_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as start, organization_id as by,
       purpose, reason, activity_id as activity from resources.booking where resource_id = $1 order by starts_at`,
    [resourceId],
  );
  return rows;
}

/** Types of the notices of bookings of a room, with whom they were left for. */
async function toldOf(resourceId: string): Promise<object[]> {
  const { rows } = await setting.admin.query(
    `select notice.type, notice.organization_id as to from activities.notice
     join resources.booking on booking.id = notice.record_id::uuid
     where notice.noun = 'Booking' and booking.resource_id = $1 order by notice.number`,
    [resourceId],
  );
  return rows;
}

describe("an activity with a venue", () => {
  it("books it for the host, moves it, and gives it back; the provider is told each time, once", async () => {
    const { a, c } = setting.units;
    const venueId = await room();
    const id = await idOf(host(), { venueId });
    const booked = { by: a, purpose: "义务植树", reason: null, activity: id };
    expect(await bookingsOf(venueId)).toEqual([
      { ...booked, state: "CONFIRMED", start: "03-11 09:00" },
    ]);
    for (const day of ["2026-03-12", "2026-03-13"])
      expect((await move(id, day)).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toEqual([
      { ...booked, state: "CONFIRMED", start: "03-13 09:00" },
    ]);
    await setting.call(host(), CANCEL, { input: { id, reason: "大雨" } });
    expect(await bookingsOf(venueId)).toEqual([
      { ...booked, state: "CANCELLED", start: "03-13 09:00", reason: "大雨" },
    ]);
    const types = ["BOOKED", "CHANGED", "CHANGED", "CANCELLED"];
    expect(await toldOf(venueId)).toEqual(types.map((type) => ({ type, to: c })));
    // It is free again.
    await idOf(setting.liaison(setting.units.b), {
      venueId,
      hostId: setting.units.b,
      during: on("2026-03-13"),
    });
  });

  it.each(["PUBLIC", "ALLIANCE", "COMMITTEE"])(
    "is given back by a cancelled activity, whoever may see it: %s",
    async (audience) => {
      const venueId = await room({ audience });
      const id = await idOf(host(), { venueId });
      const { message } = await setting.call(host(), CANCEL, { input: { id, reason: "大雨" } });
      expect(message).toBeUndefined();
      expect(await statesOf(venueId)).toEqual(["CANCELLED"]);
    },
  );

  it("gives the rest of its time back when it is cancelled while it runs", async () => {
    const venueId = await room();
    const id = await idOf(host(), { venueId });
    const { now } = setting.clock;
    setting.clock.now = new Date("2026-03-11T10:00:00+08:00");
    try {
      const { message } = await setting.call(host(), CANCEL, { input: { id, reason: "大雨" } });
      expect(message).toBeUndefined();
    } finally {
      setting.clock.now = now;
    }
    expect(await statesOf(venueId)).toEqual(["CANCELLED"]);
  });

  it("is not scheduled at a time at which the venue is taken; the nearest times are named", async () => {
    const venueId = await room();
    await idOf(host(), { venueId });
    const { code, message } = await schedule(host(), { venueId, title: "另一项" });
    expect(code).toBe("BOOKING_CONFLICT");
    // The room has no hours: what is wanted by day is offered by day.
    expect(message).not.toContain("2026-03-11 07:00");
    expect(message).toContain("2026-03-11 11:00");
    const { rows } = await setting.admin.query(
      "select from activities.activity where title = '另一项'",
    );
    expect(rows).toEqual([]);
  });

  it("keeps its time and its booking where the new time cannot be had", async () => {
    const venueId = await room();
    const id = await idOf(host(), { venueId });
    await idOf(host(), { venueId, during: on("2026-03-12") });
    const before = await bookingsOf(venueId);
    expect((await move(id, "2026-03-12")).code).toBe("BOOKING_CONFLICT");
    expect(await bookingsOf(venueId)).toEqual(before);
    const { data } = await setting.call(
      host(),
      "query ($id: ID!) { activity(id: $id) { state startsAt } }",
      { id },
    );
    expect(data.activity).toEqual({ state: "SCHEDULED", startsAt: "2026-03-11T01:00:00.000Z" });
    // What it holds itself is not in its way.
    const half = { start: "2026-03-11T10:00:00+08:00", end: "2026-03-11T12:00:00+08:00" };
    const moved = await setting.call(host(), RESCHEDULE, { input: { id, during: half } });
    expect(moved.message).toBeUndefined();
  });

  it("keeps its time, its booking and the peace of everybody where a mistyped year would move it into the past", async () => {
    const venueId = await room();
    const id = await idOf(host(), { venueId });
    const { rows: before } = await setting.admin.query("select count(*) from activities.notice");
    const during = on("2022-03-11");
    const { code, message } = await setting.call(host(), RESCHEDULE, { input: { id, during } });
    expect([code, message]).toEqual([
      "BAD_USER_INPUT",
      expect.stringMatching(
        /cannot be moved to 2022-03-11 09:00.*in the past.*scheduleActivity.*updateActivity/u,
      ),
    ]);
    expect(await bookingsOf(venueId)).toMatchObject([{ state: "CONFIRMED", start: "03-11 09:00" }]);
    const { rows: after } = await setting.admin.query("select count(*) from activities.notice");
    expect(after).toEqual(before);
  });

  it("gives a part of its time back within the shortest notice, by whole slots, and gets nothing else then", async () => {
    const venueId = await room();
    const id = await idOf(host(), { venueId });
    await enterRules(setting, venueId, { minNoticeMinutes: 30 * 1440, slotMinutes: 60 });
    const to = (from: string, until: string) => {
      const during = { start: `2026-03-11T${from}:00+08:00`, end: `2026-03-11T${until}:00+08:00` };
      return setting.call(host(), RESCHEDULE, { input: { id, during } });
    };
    expect((await to("09:00", "10:30")).message).toContain("Begin and end on a slot.");
    expect((await to("10:00", "12:00")).message).toContain("30 days");
    expect((await to("10:00", "11:00")).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toMatchObject([{ state: "CONFIRMED", start: "03-11 10:00" }]);
    expect((await to("09:00", "11:00")).message).toContain("30 days");
  });

  it("moves all places that it has, or none", async () => {
    const venueId = await room({ capacity: 3 });
    const id = await idOf(host(), { venueId });
    await idOf(host(), { venueId, during: on("2026-03-12") });
    await setting.admin.query("update resources.booking set quantity = 3 where activity_id = $1", [
      id,
    ]);
    expect(await move(id, "2026-03-12")).toMatchObject({
      code: "BOOKING_CONFLICT",
      message: expect.stringMatching(/^Only 2 of .* asked for 3/u),
    });
    expect((await move(id, "2026-03-13")).message).toBeUndefined();
  });

  it("books another venue and gives the first one back, or changes nothing", async () => {
    const [first, second, taken] = [await room(), await room(), await room()];
    const id = await idOf(host(), { venueId: first });
    await idOf(host(), { venueId: taken });
    const change = (venueId: string | null) =>
      setting.call(host(), UPDATE, { input: { id, venueId } });
    expect((await change(taken)).code).toBe("BOOKING_CONFLICT");
    expect(await statesOf(first)).toEqual(["CONFIRMED"]);

    const { data, message } = await change(second);
    expect(message).toBeUndefined();
    expect(data.updateActivity.activity).toMatchObject({ place: "会议室", venue: { id: second } });
    expect(await statesOf(first)).toEqual(["CANCELLED"]);
    expect(await statesOf(second)).toEqual(["CONFIRMED"]);
    expect(await toldOf(first)).toEqual([
      { type: "BOOKED", to: setting.units.c },
      { type: "CANCELLED", to: setting.units.c },
    ]);

    const none = await change(null);
    expect(none.data.updateActivity.activity).toMatchObject({ venue: null, place: null });
    expect(await statesOf(second)).toEqual(["CANCELLED"]);
    expect((await change(randomUUID())).code).toBe("NOT_FOUND");
  });

  it("books nothing for what has been, and nothing too far ahead", async () => {
    const venueId = await room();
    await idOf(host(), { venueId, during: on("2026-02-01") });
    expect(await bookingsOf(venueId)).toEqual([]);
    const far = await schedule(host(), { venueId, during: on("2027-12-01") });
    expect([far.code, far.message]).toEqual([
      "BAD_USER_INPUT",
      expect.stringContaining("400 days"),
    ]);
  });

  it("does not tell the provider what only its parties may see", async () => {
    const venueId = await room();
    await idOf(host(), { venueId, audience: "PARTIES" });
    expect(await bookingsOf(venueId)).toMatchObject([{ purpose: null }]);
  });

  it("shows its booking to whoever may see that, and to nobody else", async () => {
    const { b, c, stranger } = setting.units;
    const venueId = await room();
    const id = await idOf(host(), { venueId, audience: "PUBLIC" });
    const read = "query ($id: ID!) { activity(id: $id) { venueBooking { id } } }";
    const shown = async (viewer: Viewer) =>
      (await setting.call(viewer, read, { id })).data.activity.venueBooking !== null;
    for (const viewer of [host(), setting.liaison(c), setting.liaison(b)])
      expect(await shown(viewer)).toBe(true);
    for (const viewer of [setting.liaison(stranger), ANONYMOUS])
      expect(await shown(viewer)).toBe(false);
  });

  it("gets a place of a room as often as there are places, of twelve that are scheduled at once", async () => {
    const venueId = await room({ capacity: 3 });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => schedule(host(), { venueId })),
    );
    const codes = answers.map(({ code }) => code ?? "done").toSorted();
    expect(codes).toEqual([...Array(9).fill("BOOKING_CONFLICT"), ...Array(3).fill("done")]);
    expect(await bookingsOf(venueId)).toHaveLength(3);
  });
});
