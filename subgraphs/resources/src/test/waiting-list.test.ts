import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { booked, hours, shared } from "./resource-calls.ts";
import { ENTRIES, IN_LINE, JOIN, join, joined } from "./waiting-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

describe("joining a waiting list", () => {
  it("is for a time that cannot be had now", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 30, 31);
    const free = await join(setting, "c", { resourceId, during });
    expect(free).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("bookResource"),
    });
    await booked(setting, resourceId, { during });
    const { data } = await join(setting, "c", { resourceId, during, purpose: "党课" });
    expect(data.joinWaitingList.entry).toMatchObject({
      state: "WAITING",
      quantity: 1,
      purpose: "党课",
      offeredUntil: null,
      during,
      booking: null,
    });
  });

  it("is for the liaison of the unit that waits, and not for those who may not see the resource", async () => {
    const { units, committeeId } = setting;
    const resourceId = await shared(setting);
    const during = hours(setting, 30, 31);
    await booked(setting, resourceId, { during });
    const input = { resourceId, organizationId: units.c, during };
    const codeFor = async (name: keyof typeof setting.people) =>
      (await setting.call(setting.people[name], JOIN, { input })).code;
    expect(await codeFor("anonymous")).toBe("UNAUTHENTICATED");
    for (const name of ["a", "b", "stranger", "secretary"] as const)
      expect([name, await codeFor(name)]).toEqual([name, "FORBIDDEN"]);
    expect(await codeFor("c")).toBeUndefined();
    const hidden = await shared(setting, { audience: "COMMITTEE", committeeId });
    expect((await join(setting, "stranger", { resourceId: hidden, during })).code).toBe(
      "NOT_FOUND",
    );
  });

  it("tells all faults of its input at once", async () => {
    const resourceId = await shared(setting, { capacity: 2 });
    const refused = await join(setting, "c", {
      resourceId,
      during: hours(setting, -3, -2),
      quantity: 3,
      purpose: "开".repeat(1000),
    });
    expect(refused.code).toBe("BAD_USER_INPUT");
    expect(JSON.stringify(refused.extensions)).toContain("purpose");
  });

  it("is refused where a rule forbids the time for ever, and not where it is only blocked", async () => {
    const resourceId = await shared(setting);
    await setting.call(setting.people.a, SET, {
      input: { resourceId, bookingRules: { maxLengthMinutes: 120 } },
    });
    const during = hours(setting, 30, 33);
    expect(await join(setting, "c", { resourceId, during })).toMatchObject({
      code: "BAD_USER_INPUT",
      extensions: { rule: "LENGTH" },
    });
    const blocked = hours(setting, 50, 55);
    await setting.call(setting.people.a, BLOCK, {
      input: { resourceId, during: blocked, reason: "检修" },
    });
    const within = hours(setting, 51, 52);
    expect((await join(setting, "c", { resourceId, during: within })).code).toBeUndefined();
  });
});

it("is seen by the unit that waits and by the provider, and by nobody else", async () => {
  const resourceId = await shared(setting);
  const during = hours(setting, 72, 73);
  await booked(setting, resourceId, { during });
  const ids = [
    await joined(setting, "c", { resourceId, during }),
    await joined(setting, "stranger", { resourceId, during }),
  ];
  const seen = async (name: keyof typeof setting.people) => {
    const viewer = setting.people[name];
    const list = await setting.call(viewer, ENTRIES, { filter: { resourceId } });
    const line = await setting.call(viewer, IN_LINE, { id: resourceId });
    const { waitingList } = line.data.resource;
    const inLine = waitingList.nodes.map(({ id }: { id: string }) => id);
    expect(list.data.waitingEntries.totalCount).toBe(waitingList.totalCount);
    expect(list.data.waitingEntries.nodes.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      inLine.toSorted(),
    );
    return inLine;
  };
  expect(await seen("a")).toEqual(ids);
  expect(await seen("c")).toEqual([ids[0]]);
  expect(await seen("stranger")).toEqual([ids[1]]);
  for (const name of ["b", "base", "secretary", "anonymous"] as const)
    expect([name, await seen(name)]).toEqual([name, []]);
});

describe("the rivals of a booking", () => {
  it("are those who wait for its time, in order, for its provider alone, with constant statements", async () => {
    const resourceId = await shared(setting);
    const [first, second] = [hours(setting, 50, 52), hours(setting, 60, 61)];
    const id = await booked(setting, resourceId, { during: first });
    await booked(setting, resourceId, { during: second });
    const waiting = [
      await joined(setting, "c", { resourceId, during: hours(setting, 51, 52) }),
      await joined(setting, "c", { resourceId, during: hours(setting, 50, 51) }),
    ];
    await joined(setting, "c", { resourceId, during: second });
    const rivals = async (unit: "a" | "b" | "c", pages: number) => {
      const query = `query ($filter: BookingFilter) { bookings(filter: $filter, orderBy: START_ASC, first: ${pages}) {
        nodes { id rivals { id organization { id } } } } }`;
      const { data, message } = await setting.call(setting.people[unit], query, {
        filter: { resourceId },
      });
      expect(message).toBeUndefined();
      return data.bookings.nodes as { id: string; rivals: { id: string }[] }[];
    };
    const [one] = await rivals("a", 1);
    const statements = setting.statements.length;
    const both = await rivals("a", 2);
    expect(setting.statements).toHaveLength(statements);
    expect(one?.id).toBe(id);
    expect(both.map((booking) => booking.rivals.map((rival) => rival.id))).toEqual([
      waiting,
      [expect.any(String)],
    ]);
    // Neither the unit that booked nor whoever waits sees who else does.
    for (const unit of ["b", "c"] as const)
      expect((await rivals(unit, 2)).map((booking) => booking.rivals)).toEqual([[], []]);
  });
});
