import { lockWaits } from "@alliance-hub/testing/lock-waits";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  type CalendarSetting,
  HOLD,
  REOPEN,
  RESCHEDULE,
  SCHEDULE,
  UPDATE,
  activityInput,
  createCalendarSetting,
  on,
} from "./calendar-setting.ts";
import { enterRoom, enterWaiting, lineOf } from "./rooms.ts";

const [DAY, NEXT] = ["2026-03-11", "2026-03-18"];
const NOW = new Date("2026-03-01T04:00:00Z");
/** When what was planned for {@link DAY} is over, and {@link NEXT} lies ahead. */
const LATER = new Date("2026-03-13T04:00:00Z");

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
beforeEach(() => {
  setting.clock.now = NOW;
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const host = (): Viewer => setting.liaison(setting.units.a);
const does = async (query: string, input: object): Promise<void> => {
  const { message } = await setting.call(host(), query, { input });
  if (message !== undefined) throw new Error(message);
};
const schedule = async (over: object): Promise<string> => {
  const input = activityInput(setting, over);
  const { data, message } = await setting.call(host(), SCHEDULE, { input });
  if (message !== undefined) throw new Error(message);
  return data.scheduleActivity.activity.id;
};
const cancel = (id: string) => does(CANCEL, { id, reason: "大雨" });
const reopen = (id: string) => does(REOPEN, { id, reason: "点错了" });
const move = (id: string, day = NEXT) => does(RESCHEDULE, { id, during: on(day) });

/** The bookings of an activity: state and day. */
async function bookingsOf(id: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ booking: string }>(
    `select state || ' ' || to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as booking
     from resources.booking where activity_id = $1 order by starts_at, state`,
    [id],
  );
  return rows.map(({ booking }) => booking);
}

/** Whether the host has been asked to find a venue, and what became of it. */
async function tasksOf(id: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ state: string }>(
    `select state from activities.task where kind = 'FIND_VENUE' and record_id = $1 order by created_at, id`,
    [id],
  );
  return rows.map(({ state }) => state);
}

describe("an activity that had begun when it got its venue", () => {
  it("books it when it is restored after its day and moved ahead", async () => {
    const id = await schedule({ venueId: await enterRoom(setting) });
    await cancel(id);
    setting.clock.now = LATER;
    await reopen(id);
    expect(await bookingsOf(id)).toEqual([`CANCELLED ${DAY}`]);
    await move(id);
    expect(await bookingsOf(id)).toEqual([`CANCELLED ${DAY}`, `CONFIRMED ${NEXT}`]);
    await move(id, "2026-03-19");
    expect(await bookingsOf(id)).toEqual([`CANCELLED ${DAY}`, "CONFIRMED 2026-03-19"]);
  });

  it("books the venue that was put right while it counted as held", async () => {
    const id = await schedule({ venueId: await enterRoom(setting) });
    setting.clock.now = LATER;
    await does(HOLD, { id });
    const venueId = await enterRoom(setting);
    await does(UPDATE, { id, venueId });
    await reopen(id);
    await move(id);
    const { rows } = await setting.admin.query(
      "select state from resources.booking where activity_id = $1 and resource_id = $2",
      [id, venueId],
    );
    expect(rows).toEqual([{ state: "CONFIRMED" }]);
  });

  it("is not moved ahead to a time that cannot be had", async () => {
    const venueId = await enterRoom(setting);
    await schedule({ venueId, during: on(NEXT) });
    const id = await schedule({ venueId, during: on("2026-02-01") });
    const input = { id, during: on(NEXT) };
    expect((await setting.call(host(), RESCHEDULE, { input })).code).toBe("BOOKING_CONFLICT");
    expect(await bookingsOf(id)).toEqual([]);
  });

  it("is not one from before, which lies ahead without a booking: its unit has booked by hand", async () => {
    const id = await schedule({ venueId: await enterRoom(setting) });
    const { admin } = setting;
    await admin.query("update activities.activity set venue_booking_id = null where id = $1", [id]);
    await admin.query("delete from resources.booking where activity_id = $1", [id]);
    await move(id);
    expect(await bookingsOf(id)).toEqual([]);
  });
});

describe("an activity that is restored after its venue went to others", () => {
  it.each([
    ["has it at another time", (id: string) => move(id), [`CANCELLED ${DAY}`, `CONFIRMED ${NEXT}`]],
    [
      "has another one",
      async (id: string) => await does(UPDATE, { id, venueId: await enterRoom(setting) }),
      [`CANCELLED ${DAY}`, `CONFIRMED ${DAY}`],
    ],
  ])("awaits its host until it %s", async (_how, settle, bookings) => {
    const venueId = await enterRoom(setting);
    const id = await schedule({ venueId });
    await cancel(id);
    await schedule({ venueId });
    await reopen(id);
    expect(await bookingsOf(id)).toEqual([`CANCELLED ${DAY}`]);
    expect(await tasksOf(id)).toEqual(["OPEN"]);
    await settle(id);
    expect(await bookingsOf(id)).toEqual(bookings);
    expect(await tasksOf(id)).toEqual(["DONE"]);
  });

  it("awaits its host where the venue is offered no longer", async () => {
    const venueId = await enterRoom(setting);
    const id = await schedule({ venueId });
    await cancel(id);
    await setting.admin.query(
      `update resources.resource set state = 'WITHDRAWN', withdrawn_at = now(), withdraw_reason = '拆除' where id = $1`,
      [venueId],
    );
    await reopen(id);
    expect(await tasksOf(id)).toEqual(["OPEN"]);
  });

  it("tells those whose offers lapsed in the meantime, although it does not get the venue", async () => {
    const { b } = setting.units;
    const venueId = await enterRoom(setting);
    const id = await schedule({ venueId });
    await cancel(id);
    await schedule({ venueId });
    const wish = { resourceId: venueId, organizationId: b, day: NEXT };
    const entry = await enterWaiting(setting, { ...wish, offeredUntil: "2026-03-01T03:59:00Z" });
    await reopen(id);
    expect(await lineOf(setting, venueId)).toEqual(["LAPSED"]);
    const { rows } = await setting.admin.query(
      "select type, organization_id as to from activities.notice where record_id = $1",
      [entry],
    );
    expect(rows).toEqual([{ type: "LAPSED", to: b }]);
  });
});

describe("the booking of an activity that is moved", () => {
  it.each([
    ["denied", "DENIED", [`DENIED ${DAY}`, `REQUESTED ${NEXT}`]],
    ["cancelled", "CANCELLED", [`CANCELLED ${DAY}`, `REQUESTED ${NEXT}`]],
  ])("is made anew where the first one is %s at that moment", async (_how, state, bookings) => {
    const { admin } = setting;
    const venueId = await enterRoom(setting, { approval: true });
    const id = await schedule({ venueId });
    await admin.query("begin");
    await admin.query("select from resources.resource where id = $1 for update", [venueId]);
    const moved = move(id);
    await lockWaits(admin);
    await admin.query(
      "update resources.booking set state = $2, reason = '设备检修' where activity_id = $1",
      [id, state],
    );
    await admin.query("commit");
    await moved;
    expect(await bookingsOf(id)).toEqual(bookings);
  });
});
