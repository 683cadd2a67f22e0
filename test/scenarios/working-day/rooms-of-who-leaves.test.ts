import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { type Unit, type WorkingDay, between, openWorkingDay } from "../../support/working-day.ts";

/** A unit leaves the committee, or merges, while it hosts an activity in somebody's room, for which others wait. */
const DURING = between("2026-09-12", "14:00", "16:00");

let day: WorkingDay;
let owner: Unit;
let host: Unit;
let heir: Unit;
let waiting: Unit;
let room: string;
let activity: string;
let booking: string;
let entry: string;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
});
afterAll(async () => await day?.[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await day.unit("街道小学");
  host = await day.unit("供电所");
  heir = await day.unit("社区医院");
  waiting = await day.unit("物业公司");
  room = await day.room(owner, "报告厅");
  const scheduled = await day.send(
    host.liaison,
    "scheduleActivity",
    "activity { id venueBooking { id } }",
    {
      committeeId: day.committeeId,
      hostId: host.id,
      title: "科普讲座",
      kind: "TRAINING",
      audience: "PUBLIC",
      during: DURING,
      venueId: room,
    },
  );
  activity = String(scheduled["activity"]?.["id"]);
  booking = String(scheduled["activity"]?.["venueBooking"]?.["id"]);
  const wish = { resourceId: room, organizationId: waiting.id, during: DURING };
  const joined = await day.send(waiting.liaison, "joinWaitingList", "entry { id }", wish);
  entry = String(joined["entry"]?.["id"]);
});

const OPEN = `query ($committeeId: ID!, $organizationId: ID!) {
  leaving(committeeId: $committeeId, organizationId: $organizationId) { items { noun recordId ways } } }`;
/** What is open between a unit and the committee. */
async function open({ id: organizationId }: Unit) {
  const pair = { committeeId: day.committeeId, organizationId };
  const data = await day.read(day.world.operator, OPEN, pair);
  return data["leaving"]?.["items"] ?? [];
}
/** The unit leaves; what is open is settled as the test says, or as is usual. */
async function leave(unit: Unit, settled: object): Promise<void> {
  const query = `query ($id: ID!) { organization(id: $id) { memberships { nodes { id } } } }`;
  const data = await day.read(day.world.operator, query, { id: unit.id });
  const [membership] = nodesOf(data, "organization", "memberships");
  const settlements = (await open(unit)).map(({ noun, recordId, ways }) => {
    const [usual] = ways as unknown as readonly string[]; // as the schema says
    return { noun, recordId, how: usual, ...(String(noun) === "Activity" ? settled : {}) };
  });
  const input = { id: membership?.["id"], reason: "迁出本街道", settlements };
  await day.send(day.world.operator, "leaveCommittee", "membership { id }", input);
}
/** The booking and the activity, as the owner and the heir see them. */
async function seen(as: Unit) {
  const query = `query ($booking: ID!, $activity: ID!) {
    booking(id: $booking) { state organization { id } } activity(id: $activity) { state host { id } } }`;
  return await day.read(as.liaison, query, { booking, activity });
}

describe("a unit that leaves", () => {
  it("is shown its activity alone: the room goes with it", async () => {
    expect(await open(host)).toMatchObject([{ noun: "Activity", recordId: activity }]);
  });

  it("hands its activity over with the room: the heir has both, and whoever waits goes on waiting", async () => {
    await leave(host, { how: "HAND_OVER", toOrganizationId: heir.id });
    expect(await seen(owner)).toMatchObject({
      booking: { state: "CONFIRMED", organization: { id: heir.id } },
      activity: { state: "SCHEDULED", host: { id: heir.id } },
    });
    expect(await day.told(owner.liaison, booking)).toEqual(["BOOKED", "HANDED_OVER"]);
    expect(await day.told(heir.liaison, booking)).toEqual([]);
    expect(await day.told(heir.liaison, activity)).toEqual(["HANDED_OVER"]);
    expect(await day.tasks(heir.liaison, activity)).not.toContain("FIND_VENUE OPEN");
    expect(await day.told(waiting.liaison, entry)).toEqual([]);
  });

  it("hands its activity over without a room that is not shared with the heir, who has to find another one", async () => {
    await day.hub.admin.query("update resources.resource set audience = 'PARTIES' where id = $1", [
      room,
    ]);
    await leave(host, { how: "HAND_OVER", toOrganizationId: heir.id });
    expect(await seen(owner)).toMatchObject({ booking: { state: "CANCELLED" } });
    expect(await day.told(owner.liaison, booking)).toEqual(["BOOKED", "CANCELLED"]);
    expect(await day.tasks(heir.liaison, activity)).toContain("FIND_VENUE OPEN");
    // Nor is it shared with whoever waits, who is not offered it.
    expect(await day.told(waiting.liaison, entry)).toEqual(["IN_VAIN"]);
  });

  it("cancels its activity: the room is given back and offered to whoever waits, at once", async () => {
    await leave(host, { how: "END" });
    expect(await seen(owner)).toMatchObject({
      booking: { state: "CANCELLED" },
      activity: { state: "CANCELLED" },
    });
    expect(await day.told(owner.liaison, booking)).toEqual(["BOOKED", "CANCELLED"]);
    expect(await day.told(waiting.liaison, entry)).toEqual(["OFFERED"]);
    expect(await day.tasks(waiting.liaison, entry)).toEqual(["ANSWER_OFFER OPEN"]);
  });

  it("takes its own room with it, if it is for the committee alone: the host has to find another one", async () => {
    // The owner cannot hand over what another unit hosts.
    const found = (await open(owner)).find(({ recordId }) => String(recordId) === booking);
    expect(found).toMatchObject({ noun: "Booking", ways: ["STAY", "END"] });
    const settled = await open(owner);
    expect(settled.map(({ noun }) => noun)).not.toContain("Activity");
    await day.hub.admin.query("update resources.booking set committee_id = null where id = $1", [
      booking,
    ]);
    await leave(owner, {});
    expect(await seen(host)).toMatchObject({ booking: { state: "CANCELLED" } });
    expect(await day.tasks(host.liaison, activity)).toContain("FIND_VENUE OPEN");
  });
});

it("a unit that merges hosts on as the other one, in the same room", async () => {
  await day.send(day.world.operator, "mergeOrganizations", "organization { id }", {
    fromId: host.id,
    intoId: heir.id,
    reason: "两单位合并",
  });
  expect(await seen(heir)).toMatchObject({
    booking: { state: "CONFIRMED", organization: { id: heir.id } },
    activity: { host: { id: heir.id } },
  });
  expect(await day.tasks(heir.liaison, activity)).not.toContain("FIND_VENUE OPEN");
  expect(await day.told(waiting.liaison, entry)).toEqual([]);
});

it("the room of a unit that ends is lost to the activity, whose host has to find another one", async () => {
  await day.send(day.world.operator, "endOrganization", "organization { id }", {
    id: owner.id,
    reason: "注销",
  });
  expect(await seen(host)).toMatchObject({ booking: { state: "CANCELLED" } });
  expect(await day.tasks(host.liaison, activity)).toContain("FIND_VENUE OPEN");
});
