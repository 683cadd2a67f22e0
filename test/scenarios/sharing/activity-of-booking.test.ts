import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { nodesOf } from "../../support/ask.ts";
import { type Unit, type WorkingDay, between, openWorkingDay } from "../../support/working-day.ts";

/*
 * A booking names the activity that made it. The booking is shown by the rule of bookings, and what is in the activity by
 * the rule of activities, in another subgraph: whoever offers the room sees that it is taken, and not what for.
 */

let day: WorkingDay;
let owner: Unit;
let host: Unit;
let neighbour: Unit;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-01T09:00");
  owner = await day.unit("文化站");
  host = await day.unit("第一小学");
  neighbour = await day.unit("消防站");
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

const SLOT = between("2026-09-12", "09:00", "11:00");
const BOOKINGS = `query ($id: ID!) {
  bookings(filter: { resourceId: $id }, first: 10) {
    nodes { purpose organization { name } activity { id title } }
  }
}`;

/** An activity in a room of the owner's. */
async function activityIn(venueId: string, audience: string): Promise<string> {
  const made = await day.send(host.liaison, "scheduleActivity", "activity { id }", {
    committeeId: day.committeeId,
    hostId: host.id,
    title: "两家座谈",
    kind: "MEETING",
    audience,
    during: SLOT,
    venueId,
  });
  return String(made["activity"]?.["id"]);
}

/** The bookings of a room as somebody sees them: with everything that was asked for, and without a fault. */
const seen = async (as: Parameters<typeof day.hub.ask>[0], venueId: string) => {
  const { data, errors } = await day.hub.ask(as, BOOKINGS, { id: venueId });
  expect(errors).toEqual([]);
  return (data["bookings"]?.["nodes"] ?? []).map((booking) => ({
    organization: booking["organization"]?.["name"],
    title: booking["activity"]?.["title"],
  }));
};

it("those who are not in an activity see that its room is booked, and nothing of what for", async () => {
  const venueId = await day.room(owner, "报告厅");
  const id = await activityIn(venueId, "PARTIES");
  const [whole, booking] = [
    { organization: host.name, title: "两家座谈" },
    { organization: host.name, title: undefined },
  ];
  expect(await seen(host.liaison, venueId)).toEqual([whole]);
  for (const viewer of [owner.liaison, neighbour.liaison])
    expect(await seen(viewer, venueId)).toEqual([booking]);
  for (const viewer of [day.stranger, ANONYMOUS]) expect(await seen(viewer, venueId)).toEqual([]);
  // Whoever is asked to take part sees it, by the rule of activities alone.
  const organizationIds = [owner.id];
  await day.send(host.liaison, "inviteUnits", "activity { id }", { id, organizationIds });
  expect(await seen(owner.liaison, venueId)).toEqual([whole]);
  expect(await seen(neighbour.liaison, venueId)).toEqual([booking]);
});

it("an activity that is for a committee is seen from the booking by its units", async () => {
  const venueId = await day.room(owner, "阅览室");
  await activityIn(venueId, "COMMITTEE");
  const whole = { organization: host.name, title: "两家座谈" };
  for (const viewer of [owner.liaison, neighbour.liaison, day.secretary])
    expect(await seen(viewer, venueId)).toEqual([whole]);
});

it("a booking that no activity made names none", async () => {
  const venueId = await day.room(owner, "排练厅");
  await day.book(neighbour, venueId, SLOT);
  const { data } = await day.hub.ask(owner.liaison, BOOKINGS, { id: venueId });
  expect(nodesOf(data, "bookings")).toEqual([
    { purpose: null, organization: { name: neighbour.name }, activity: null },
  ]);
});
