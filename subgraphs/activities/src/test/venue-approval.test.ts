import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type CalendarSetting,
  RESCHEDULE,
  SCHEDULE,
  activityInput,
  createCalendarSetting,
  on,
} from "./calendar-setting.ts";
import { enterRoom } from "./rooms.ts";

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

describe("the venue of an activity whose provider approves", () => {
  it("keeps the provider's approval of what it has where it only gives a part back", async () => {
    const venueId = await room({ approval: true });
    const id = await idOf(host(), { venueId });
    const shorter = (from: string) => {
      const during = { ...on("2026-03-11"), start: `2026-03-11T${from}:00+08:00` };
      return setting.call(host(), RESCHEDULE, { input: { id, during } });
    };
    // What nobody has approved yet is still asked for.
    expect((await shorter("09:15")).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toMatchObject([{ state: "REQUESTED" }]);
    await setting.admin.query(
      "update resources.booking set state = 'CONFIRMED' where activity_id = $1",
      [id],
    );
    expect((await shorter("09:30")).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toMatchObject([{ state: "CONFIRMED", start: "03-11 09:30" }]);
    const { rows } = await setting.admin.query(
      "select previous_starts_at as previous from resources.booking where activity_id = $1",
      [id],
    );
    expect(rows).toEqual([{ previous: null }]);
  });

  it("asks where the provider approves, and where whoever plans it may not book for the host", async () => {
    const { a, c } = setting.units;
    for (const [viewer, approval, state] of [
      [host(), true, "REQUESTED"],
      [setting.secretary, false, "REQUESTED"],
      [host(), false, "CONFIRMED"],
      [{ ...setting.secretary, organizationIds: [a] }, false, "CONFIRMED"],
    ] as const) {
      const venueId = await room({ approval });
      await idOf(viewer, { venueId });
      expect(await bookingsOf(venueId)).toMatchObject([{ state, by: a }]);
      const type = state === "REQUESTED" ? "REQUESTED" : "BOOKED";
      expect(await toldOf(venueId)).toEqual([{ type, to: c }]);
    }
  });

  it("asks nobody where the provider hosts it, though the provider approves what others book", async () => {
    const { c } = setting.units;
    const venueId = await room({ approval: true });
    await idOf(setting.liaison(c), { venueId, hostId: c });
    expect(await bookingsOf(venueId)).toMatchObject([{ state: "CONFIRMED", by: c }]);
  });

  it("holds both times while the provider has not approved the new one, and may go back", async () => {
    const venueId = await room({ approval: true });
    const id = await idOf(host(), { venueId });
    await setting.admin.query(
      "update resources.booking set state = 'CONFIRMED' where activity_id = $1",
      [id],
    );
    expect((await move(id, "2026-03-12")).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toMatchObject([{ state: "REQUESTED", start: "03-12 09:00" }]);
    for (const day of ["2026-03-11", "2026-03-12"])
      expect((await schedule(host(), { venueId, during: on(day) })).code).toBe("BOOKING_CONFLICT");
    expect((await move(id, "2026-03-11")).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toMatchObject([{ state: "CONFIRMED", start: "03-11 09:00" }]);
    expect((await schedule(host(), { venueId, during: on("2026-03-12") })).code).toBeUndefined();
  });

  it("keeps the time that was approved while it is moved again and again, and none in between", async () => {
    const venueId = await room({ approval: true });
    const id = await idOf(host(), { venueId });
    await setting.admin.query(
      "update resources.booking set state = 'CONFIRMED' where activity_id = $1",
      [id],
    );
    for (const day of ["2026-03-12", "2026-03-13"])
      expect((await move(id, day)).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toMatchObject([{ state: "REQUESTED", start: "03-13 09:00" }]);
    const other = async (day: string) =>
      (await schedule(host(), { venueId, during: on(day) })).code;
    expect(await other("2026-03-11")).toBe("BOOKING_CONFLICT");
    expect(await other("2026-03-12")).toBeUndefined();
    expect(await other("2026-03-13")).toBe("BOOKING_CONFLICT");
  });

  it("asks anew when it is moved after the provider said no", async () => {
    const venueId = await room({ approval: true });
    const id = await idOf(host(), { venueId });
    await setting.admin.query(
      "update resources.booking set state = 'DENIED' where activity_id = $1",
      [id],
    );
    expect((await move(id, "2026-03-12")).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toMatchObject([
      { state: "DENIED", start: "03-11 09:00" },
      { state: "REQUESTED", start: "03-12 09:00" },
    ]);
    // A room that is offered no longer is not asked for, and the activity moves all the same.
    await setting.admin.query(
      `update resources.booking set state = 'CANCELLED' where activity_id = $1 and state = 'REQUESTED'`,
      [id],
    );
    await setting.admin.query(
      `update resources.resource set state = 'WITHDRAWN', withdrawn_at = now(), withdraw_reason = '拆除' where id = $1`,
      [venueId],
    );
    expect((await move(id, "2026-03-13")).message).toBeUndefined();
    expect(await bookingsOf(venueId)).toHaveLength(2);
  });
});
