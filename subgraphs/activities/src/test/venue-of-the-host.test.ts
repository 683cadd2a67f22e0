import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SCHEDULE, activityInput, on } from "./calendar-setting.ts";
import { invitationCalls } from "./invitation-calls.ts";
import { type InvitationSetting, createInvitationSetting } from "./invitation-setting.ts";
import { enterRoom, enterWaiting, lineOf } from "./rooms.ts";

/** What becomes of the room that a secretary asked for when the host accepts. The rooms are unit c's. */
let setting: InvitationSetting;
beforeAll(async () => {
  setting = await createInvitationSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** An activity that the secretary has planned for another host, in a room: it is asked for. */
async function planned(venueId: string, hostId: string): Promise<string> {
  const input = activityInput(setting, { venueId, hostId });
  const { data } = await setting.call(setting.secretary, SCHEDULE, { input });
  const { id } = data.scheduleActivity.activity;
  expect(await bookingOf(id)).toMatchObject({ state: "REQUESTED", by: hostId });
  return id;
}
async function bookingOf(activityId: string): Promise<object> {
  const { rows } = await setting.admin.query(
    "select id, state, organization_id as by, version from resources.booking where activity_id = $1",
    [activityId],
  );
  return rows[0] as object;
}
const join = async (id: string, unit: string, viewer = setting.liaison(unit)) => {
  const { message } = await invitationCalls(setting).join(id, unit, viewer);
  expect(message).toBeUndefined();
};
async function taskOf(activityId: string): Promise<string> {
  const { rows } = await setting.admin.query(
    `select task.state from activities.task join resources.booking on booking.id = task.record_id::uuid
     where task.kind = 'DECIDE_BOOKING' and booking.activity_id = $1`,
    [activityId],
  );
  return rows.map(({ state }) => state).join();
}

describe("a room that was asked for", () => {
  it("is confirmed when its owner accepts to host: nothing is left to decide, and who waits is told", async () => {
    const { b, c } = setting.units;
    const venueId = await enterRoom(setting, { approval: true });
    const id = await planned(venueId, c);
    expect(await taskOf(id)).toBe("OPEN");
    const entry = await enterWaiting(setting, {
      resourceId: venueId,
      organizationId: b,
      day: "2026-03-11",
    });
    await join(id, c);
    expect(await bookingOf(id)).toMatchObject({ state: "CONFIRMED", by: c, version: 2 });
    expect(await taskOf(id)).toBe("DONE");
    expect(await lineOf(setting, venueId)).toEqual(["WAITING"]);
    const { rows } = await setting.admin.query(
      "select type, organization_id as to from activities.notice where noun = 'WaitingEntry' and record_id = $1",
      [entry],
    );
    expect(rows).toEqual([{ type: "TAKEN", to: b }]);
  });

  it("stays asked for where the secretary enters that its owner comes, and where somebody else hosts", async () => {
    const { a, c } = setting.units;
    const own = await planned(await enterRoom(setting), c);
    await join(own, c, setting.secretary);
    expect(await bookingOf(own)).toMatchObject({ state: "REQUESTED" });
    const other = await planned(await enterRoom(setting), a);
    await join(other, c);
    await join(other, a);
    expect(await bookingOf(other)).toMatchObject({ state: "REQUESTED" });
  });

  it("stays asked for where its owner has blocked the time since", async () => {
    const { c } = setting.units;
    const venueId = await enterRoom(setting);
    const id = await planned(venueId, c);
    const { start, end } = on("2026-03-11");
    await setting.admin.query(
      `insert into resources.blocking (id, created_at, updated_at, resource_id, provider_id, starts_at, ends_at, state, reason)
       values ($1, now(), now(), $2, $3, $4, $5, 'ACTIVE', '检修')`,
      [randomUUID(), venueId, c, start, end],
    );
    await join(id, c);
    expect(await bookingOf(id)).toMatchObject({ state: "REQUESTED", version: 1 });
    expect(await taskOf(id)).toBe("OPEN");
  });
});
