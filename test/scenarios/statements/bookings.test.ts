import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { inHours, unitOf } from "../../support/people.ts";
import { statementsOf } from "../../support/statements.ts";

const [PROVIDER, ASKER] = ["445202-liaison-1", "445202-liaison-2"];
/** Who waits, in turn: a unit waits for twenty times of one resource at most, and for none that it has itself. */
const WAITING = ["445202-liaison-3", "445202-liaison-4", "610327-liaison-1"] as const;
/** How many there are of everything, and the sizes of the pages that are compared. */
const [MANY, SMALL, LARGE] = [45, 5, 40];
const WEEK = 7 * 24;

let hub: TestHub;
let room: string;
let series: string;
beforeAll(async () => {
  hub = await startHub();
  room = await share("会议室");
  const booked = await send(ASKER, operation("BookSeries"), {
    resourceId: room,
    organizationId: unitOf(ASKER),
    during: hours(0),
    repeat: { every: "WEEK", count: MANY },
  });
  series = String(booked["bookSeries"]?.["dates"]?.[0]?.["booking"]?.["id"]);
  for (let week = 0; week < MANY; week += 1) {
    const waiting = WAITING[week % WAITING.length] ?? WAITING[0];
    const wish = { resourceId: room, organizationId: unitOf(waiting), during: hours(week) };
    await send(waiting, operation("JoinWaitingList"), wish);
    const repair = { resourceId: room, during: hours(week, 48), reason: "维修" };
    await send(PROVIDER, operation("BlockResource"), repair);
  }
  for (let venue = 0; venue < MANY; venue += 1) {
    const resourceId = await share(`站点 ${venue}`);
    const position = { longitude: 100 + venue / 10_000, latitude: 20 };
    const openingHours = [{ weekday: 1, from: "09:00", to: "18:00" }];
    await send(PROVIDER, operation("SetVenue"), {
      resourceId,
      address: `站前路 ${venue} 号`,
      ...position,
      openingHours,
      bookingRules: { slotMinutes: 30, onHolidays: "CLOSED" },
    });
  }
});
afterAll(async () => await hub?.[Symbol.asyncDispose]());

const hours = (week: number, more = 0) => ({
  start: inHours(24 + week * WEEK + more),
  end: inHours(26 + week * WEEK + more),
});
async function send(as: string | undefined, query: string, input: object) {
  const { data, errors } = await hub.ask(query, { input }, as);
  expect(errors).toEqual([]);
  return data;
}
async function share(title: string): Promise<string> {
  const input = {
    providerId: unitOf(PROVIDER),
    title,
    kind: "VENUE",
    audience: "PUBLIC",
    publish: true,
  };
  const data = await send(PROVIDER, operation("ShareResource"), input);
  return String(data["shareResource"]?.["resource"]?.["id"]);
}

const UNIT = "organization { id name region { name } }";
const BOOKED = `state during { start end } ${UNIT} resource { title provider { name } }`;
const WAITS = `state ahead offeredUntil ${UNIT} resource { title provider { name } } booking { state }`;

describe("a page costs the same number of statements, whatever its size:", () => {
  it.each([
    ["what a unit waits for", `waitingEntries(first: $first) { totalCount nodes { ${WAITS} } }`],
    [
      "who waits for a resource",
      `resource(id: $room) { waitingList(first: $first) { totalCount nodes { ${WAITS} } } }`,
    ],
    [
      "the blockings of a resource",
      `resource(id: $room) { blockings(first: $first) { totalCount nodes { reason during { start } resource { title } } } }`,
    ],
    [
      "the bookings of a series",
      `booking(id: $series) { series { bookings(first: $first) { totalCount nodes { ${BOOKED} } } } }`,
    ],
    [
      "bookings with their rivals and series",
      `bookings(filter: { resourceId: $room }, orderBy: START_ASC, first: $first) {
         nodes { ${BOOKED} rivals { ${WAITS} } series { every bookings(first: 2) { nodes { state } } } } }`,
    ],
    [
      "venues near a point, with hours, rules and free times",
      `resources(filter: { near: { longitude: 100, latitude: 20, metres: 5000 } }, orderBy: DISTANCE, first: $first) {
         totalCount nodes { title distanceMetres provider { name } venue { address amenities }
           openingHours { weekday from to } bookingRules { slotMinutes bufferMinutes }
           closures(during: $during) { start reason } free(during: $during) { start end }
           blockings(first: 2) { nodes { reason } } bookings(first: 2) { nodes { state } } } }`,
    ],
    [
      "activities with their places",
      `activities(filter: { regionCode: "445202" }, first: $first) {
         nodes { title place host { name } venue { title venue { address } } venueBooking { state } } }`,
    ],
  ])("%s", async (_what, selection) => {
    const declared = `$first: Int, $room: ID!, $series: ID!, $during: TimeRangeInput!`;
    // A variable that no field uses is refused.
    const used = declared
      .split(", ")
      .filter((one) => selection.includes(String(one.split(":")[0])));
    const query = `query (${used.join(", ")}) { ${selection} }`;
    const during = { start: inHours(24), end: inHours(24 + WEEK) };
    const cost = (first: number) =>
      statementsOf(hub, { query, variables: { first, room, series, during }, as: PROVIDER });
    const [small, large] = [await cost(SMALL), await cost(LARGE)];
    expect(large.rows).toBeGreaterThan(small.rows * 3);
    expect(large.cost).toBe(small.cost);
  });
});
