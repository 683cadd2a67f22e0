import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Unit, type WorkingDay, between, openWorkingDay } from "../../support/working-day.ts";

/** An activity in a room that its owner approves: asked for, moved twice, once in vain, and cancelled. */
const [FIRST, SECOND, THIRD] = ["2026-09-10", "2026-09-11", "2026-09-12"].map((day) =>
  between(day, "14:00", "16:00"),
) as [Range, Range, Range]; // three days, three ranges
type Range = ReturnType<typeof between>;

let day: WorkingDay;
let owner: Unit;
let host: Unit;
let guest: Unit;
let waiting: Unit;
let room: string;
let activity: string;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  owner = await day.unit("文化站");
  host = await day.unit("第一小学");
  guest = await day.unit("供电所");
  waiting = await day.unit("社区医院");
  room = await day.room(owner, "报告厅");
  await day.hub.admin.query("update resources.resource set approval = true where id = $1", [room]);
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

/** On which of the three days the room is free, as the guest sees it. */
async function freeOn(): Promise<boolean[]> {
  const query = `query ($room: ID!, $during: TimeRangeInput!) { resource(id: $room) { free(during: $during) { start end } } }`;
  return await Promise.all(
    [FIRST, SECOND, THIRD].map(async (during) => {
      const data = await day.read(guest.liaison, query, { room, during });
      return (data["resource"]?.["free"] ?? []).length > 0;
    }),
  );
}

/** The room of the activity, as somebody sees it. */
async function seen(as: string) {
  const query = `query ($id: ID!) { activity(id: $id) { state startsAt place venueBooking { id state during { start } } } }`;
  return (await day.read(as, query, { id: activity }))["activity"];
}
const bookingId = async (): Promise<string> => {
  const found = await seen(host.liaison);
  return String(found?.["venueBooking"]?.["id"]);
};
const decide = async (confirm: boolean) =>
  await day.send(owner.liaison, "decideBooking", "booking { id }", {
    id: await bookingId(),
    confirm,
    ...(confirm ? {} : { reason: "设备检修" }),
  });
const move = (during: Range) =>
  day.send(host.liaison, "rescheduleActivity", "activity { id }", { id: activity, during });

describe("an activity with its room", () => {
  it("asks for the room as it is scheduled: the owner has a task, the time is held, and its place is known", async () => {
    expect(await freeOn()).toEqual([true, true, true]);
    const scheduled = await day.send(host.liaison, "scheduleActivity", "activity { id }", {
      committeeId: day.committeeId,
      hostId: host.id,
      title: "科普讲座",
      kind: "TRAINING",
      audience: "PUBLIC",
      during: FIRST,
      venueId: room,
    });
    activity = String(scheduled["activity"]?.["id"]);
    expect(await seen(host.liaison)).toMatchObject({ venueBooking: { state: "REQUESTED" } });
    // Whoever sees the activity and not the room's bookings is told where to go.
    expect(await seen(day.stranger)).toMatchObject({ place: "报告厅", venueBooking: null });
    expect(await freeOn()).toEqual([false, true, true]);
    expect(await day.tasks(owner.liaison, await bookingId())).toEqual(["DECIDE_BOOKING OPEN"]);
    const join = { id: activity, organizationId: guest.id };
    await day.send(guest.liaison, "joinActivity", "activity { id }", join);
    await decide(true);
    expect(await day.told(host.liaison, await bookingId())).toEqual(["CONFIRMED"]);
  });

  it("keeps both times while a move waits for the owner", async () => {
    await move(SECOND);
    expect(await freeOn()).toEqual([false, false, true]);
    expect(await day.told(owner.liaison, await bookingId())).toEqual([
      "REQUESTED",
      "CHANGE_REQUESTED",
    ]);
    expect(await day.told(guest.liaison, activity)).toContain("RESCHEDULED");
    await decide(true);
    expect(await freeOn()).toEqual([true, false, true]);
  });

  it("says no to the second move: the host is told, and has a task until it chose again", async () => {
    await move(THIRD);
    await decide(false);
    expect(await freeOn()).toEqual([true, false, true]);
    expect(await day.told(host.liaison, await bookingId())).toEqual([
      "CONFIRMED",
      "CONFIRMED",
      "CHANGE_DENIED",
    ]);
    expect(await day.tasks(host.liaison, activity)).toEqual(["FIND_VENUE OPEN"]);
    // Nobody else is asked to do anything.
    expect(await day.tasks(guest.liaison, activity)).toEqual([]);
    await move(SECOND);
    expect(await day.tasks(host.liaison, activity)).toEqual(["FIND_VENUE DONE"]);
  });

  it("gives the room back when it is cancelled, to whoever waits for it", async () => {
    const input = { resourceId: room, organizationId: waiting.id, during: SECOND };
    const joined = await day.send(waiting.liaison, "joinWaitingList", "entry { id }", input);
    const entry = String(joined["entry"]?.["id"]);
    const booking = await bookingId();
    await day.send(host.liaison, "cancelActivity", "activity { id }", {
      id: activity,
      reason: "台风",
    });
    expect(await day.told(waiting.liaison, entry)).toEqual(["OFFERED"]);
    expect(await day.told(owner.liaison, booking)).toContain("CANCELLED");
    expect(await day.lastWords(guest.liaison, activity)).toContain("台风");
    expect(await freeOn()).toEqual([true, false, true]);
    await day.send(waiting.liaison, "withdrawWaiting", "entry { id }", { id: entry });
    expect(await freeOn()).toEqual([true, true, true]);
  });
});
