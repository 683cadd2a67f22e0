import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SCHEDULE, activityInput } from "./calendar-setting.ts";
import { type InvitationSetting, createInvitationSetting } from "./invitation-setting.ts";
import { enterRoom, enterWaiting, lineOf } from "./rooms.ts";

/** What becomes of the room of an activity whose asked host declines. */
let setting: InvitationSetting;
beforeAll(async () => {
  setting = await createInvitationSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** An activity that unit a is asked to host, in a room; the provider has agreed. */
async function asked(venueId: string): Promise<string> {
  const input = activityInput(setting, { venueId });
  const { data } = await setting.call(setting.secretary, SCHEDULE, { input });
  const { id } = data.scheduleActivity.activity;
  await setting.admin.query(
    "update resources.booking set state = 'CONFIRMED' where activity_id = $1",
    [id],
  );
  return id;
}
const decline = async (id: string) => {
  const { a } = setting.units;
  const input = { id, organizationId: a, reason: "人手不够" };
  const { message } = await setting.step("declineInvitation", setting.liaison(a), input);
  if (message !== undefined) throw new Error(message);
};
async function bookingsOf(venueId: string): Promise<object[]> {
  const { rows } = await setting.admin.query(
    "select id, organization_id as by, state, reason from resources.booking where resource_id = $1 order by created_at, id",
    [venueId],
  );
  return rows;
}
/** Shares a room otherwise. What only its owner sees is on no committee's list: its secretary would see it, too. */
const shareWith = (venueId: string, audience: string) =>
  setting.admin.query(
    `update resources.resource set audience = $2,
       committee_id = case when $2 <> 'PARTIES' then committee_id end where id = $1`,
    [venueId, audience],
  );
async function findVenue(id: string): Promise<object[]> {
  const { rows } = await setting.admin.query(
    "select state, organization_id as by from activities.task where kind = 'FIND_VENUE' and record_id = $1",
    [id],
  );
  return rows;
}

describe("the room of an activity whose asked host declines", () => {
  it("goes to the new host as it is, though a unit waits for it: only its owner is told of the booking", async () => {
    const { base, b, c } = setting.units;
    const venueId = await enterRoom(setting, { approval: true });
    const id = await asked(venueId);
    const [before] = await bookingsOf(venueId);
    await enterWaiting(setting, { resourceId: venueId, organizationId: b, day: "2026-03-11" });
    await decline(id);
    expect(await bookingsOf(venueId)).toEqual([{ ...before, by: base }]);
    expect(before).toMatchObject({ state: "CONFIRMED" });
    expect(await lineOf(setting, venueId)).toEqual(["WAITING"]);
    expect(await findVenue(id)).toEqual([]);
    const { rows } = await setting.admin.query(
      "select type, organization_id as to from activities.notice where noun = 'Booking' and record_id = $1 order by number",
      [(before as { id: string }).id], // as the statement says
    );
    expect(rows.slice(1)).toEqual([{ type: "HANDED_OVER", to: c }]);
  });

  it("goes back where its owner does not share it with the new host, which has to find another one", async () => {
    const { base, c } = setting.units;
    const venueId = await enterRoom(setting);
    const id = await asked(venueId);
    await enterWaiting(setting, { resourceId: venueId, organizationId: c, day: "2026-03-11" });
    await shareWith(venueId, "PARTIES");
    await decline(id);
    expect(await bookingsOf(venueId)).toMatchObject([
      { state: "CANCELLED", reason: "活动换了主办单位" },
    ]);
    expect(await lineOf(setting, venueId)).toEqual(["OFFERED"]);
    expect(await findVenue(id)).toEqual([{ state: "OPEN", by: base }]);
  });

  it.each([
    ["PUBLIC", "CONFIRMED"],
    ["ALLIANCE", "CONFIRMED"],
    ["COMMITTEE", "CONFIRMED"],
    ["PARTIES", "CANCELLED"],
  ])("follows who may see the room: shared with %s it is %s", async (audience, state) => {
    const venueId = await enterRoom(setting);
    const id = await asked(venueId);
    await shareWith(venueId, audience);
    await decline(id);
    expect(await bookingsOf(venueId)).toMatchObject([{ state }]);
  });
});
