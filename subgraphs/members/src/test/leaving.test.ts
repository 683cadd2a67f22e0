import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  type MembersSetting,
  TODAY,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";
import { openBetween, recordsBetween } from "./open-records.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const LEAVING =
  "query ($committee: ID!, $organization: ID!, $on: Date) { leaving(committeeId: $committee, organizationId: $organization, leavesOn: $on) { items { noun recordId title consequence ways } } }";
const LEAVE =
  "mutation ($input: LeaveCommitteeInput!) { leaveCommittee(input: $input) { membership { id version leftOn leavesOn leaveReason } } }";
const CALL_OFF =
  "mutation ($input: CallOffLeavingInput!) { callOffLeaving(input: $input) { membership { id leavesOn leftOn } } }";

interface Member {
  readonly committee: CommitteeSetting;
  readonly unit: string;
  readonly membershipId: string;
  readonly others: readonly [string, string];
  readonly records: ReturnType<typeof recordsBetween>;
}

/** A member unit, and two others. */
async function member(committeeOf?: CommitteeSetting): Promise<Member> {
  const committee = committeeOf ?? (await setting.committee());
  const { id: unit, membershipId } = await memberUnit(setting, committee, "2025-01-01");
  const { id: other } = await memberUnit(setting, committee, "2025-01-01");
  const { id: third } = await memberUnit(setting, committee, "2025-01-01");
  const others = [other, third] as const;
  const records = recordsBetween(setting.admin, { committeeId: committee.id, unit, others });
  return { committee, unit, membershipId, others, records };
}

const seatOf = async ({ committee, unit }: Member): Promise<string> => {
  const seat = { holderName: "委员 017", role: "PART_TIME" };
  const input = { committeeId: committee.id, organizationId: unit, ...seat };
  return (await setting.call(committee.secretary, APPOINT_SEAT, { input })).data.appointSeat.seat
    .id;
};

const reason = "单位迁出本街道";
const leave = async (viewer: Viewer, { membershipId }: Member, over: object = {}) =>
  await setting.call(viewer, LEAVE, { input: { id: membershipId, reason, ...over } });
const leaving = async (viewer: Viewer, { committee, unit }: Member, on: string | null = null) =>
  await setting.call(viewer, LEAVING, { committee: committee.id, organization: unit, on });
const open = (of: Member) =>
  openBetween(setting.admin, { committeeId: of.committee.id, unit: of.unit });
const read = async (table: string, id: string) =>
  (await setting.admin.query(`select * from ${table} where id = $1`, [id])).rows[0];

describe("what is open", () => {
  it("is for whoever runs the committee, operators and the unit itself, nobody else", async () => {
    const one = await member();
    const { secretary: neighbour } = await setting.committee();
    const code = async (viewer: Viewer) => (await leaving(viewer, one)).code;
    expect(await code(ANONYMOUS)).toBe("UNAUTHENTICATED");
    for (const viewer of [setting.stranger, neighbour, setting.liaison(one.others[0])])
      expect(await code(viewer)).toBe("FORBIDDEN");
    for (const viewer of [one.committee.secretary, setting.operator, setting.liaison(one.unit)])
      expect(await code(viewer)).toBeUndefined();
    expect((await leaving(setting.operator, { ...one, unit: randomUUID() })).code).toBe(
      "NOT_FOUND",
    );
    expect((await leaving(setting.operator, { ...one, unit: "x" })).code).toBe("NOT_FOUND");
  });

  it("is everything between the two, with what happens to it; in as few statements as for nothing", async () => {
    const one = await member();
    const none = await leaving(one.committee.secretary, one);
    expect(none.data.leaving.items).toEqual([]);
    const statements = setting.statements.length;
    const { records } = one;
    const expected = [
      ["Resource", await records.resource("PUBLIC")],
      ["Need", await records.need()],
      ["Booking", await records.booking("BOOKED")],
      ["Agreement", await records.agreement("ACTIVE")],
      ["Activity", await records.activity()],
      ["Issue", await records.issue()],
      ["Seat", await seatOf(one)],
    ];
    // What is over, what is withdrawn and what others have is not.
    await records.booking("BOOKED", -3);
    await records.activity(-3);
    await records.resource("PUBLIC", "WITHDRAWN");
    await (await member(one.committee)).records.need();
    const { data } = await leaving(one.committee.secretary, one);
    expect(setting.statements).toHaveLength(statements);
    const items: { noun: string; recordId: string; title: string; consequence: string }[] =
      data.leaving.items;
    expect(items.map(({ noun, recordId }) => [noun, recordId])).toEqual(expected);
    expect(items.map(({ title }) => title)).toContain("兼职委员 委员 017");
    expect(items[0]?.consequence).toContain("移出该委员会的清单");
  });

  it("has a unit's drafts for the unit alone", async () => {
    const one = await member();
    const draft = await one.records.resource("COMMITTEE", "DRAFT");
    expect((await leaving(one.committee.secretary, one)).data.leaving.items).toEqual([]);
    const { data } = await leaving(setting.liaison(one.unit), one);
    expect(data.leaving.items).toMatchObject([{ recordId: draft, ways: ["STAY"] }]);
    // They are settled all the same.
    expect((await leave(one.committee.secretary, one, { settlements: [] })).code).toBeUndefined();
    expect(await read("resources.resource", draft)).toMatchObject({
      committee_id: null,
      audience: "PARTIES",
      state: "DRAFT",
    });
  });

  it("leaves out what is over on a day ahead", async () => {
    const one = await member();
    const near = await one.records.booking("BOOKED", 3);
    const far = await one.records.booking("BOOKED", 30);
    const ids = async (on: string | null) =>
      (await leaving(setting.operator, one, on)).data.leaving.items.map(
        ({ recordId }: { recordId: string }) => recordId,
      );
    expect((await ids(null)).toSorted()).toEqual([near, far].toSorted());
    expect(await ids("2026-03-10")).toEqual([far]);
  });

  it("is nothing for the organisation that the committee belongs to", async () => {
    const one = await member();
    await setting.admin.query(
      "update organizations.committee set organization_id = $2 where id = $1",
      [one.committee.id, one.unit],
    );
    await one.records.resource();
    expect((await leaving(setting.operator, one)).data.leaving.items).toEqual([]);
    await leave(setting.operator, one);
    expect(await open(one)).toHaveLength(1);
  });
});

describe("leaveCommittee with settlements", () => {
  it("settles each as was decided", async () => {
    const one = await member();
    const { records, others, committee } = one;
    const [heir] = others;
    const resource = await records.resource("COMMITTEE");
    const need = await records.need();
    const booked = await records.booking("BOOKED");
    const provided = await records.booking("PROVIDED");
    const agreement = await records.agreement("ACTIVE");
    const activity = await records.activity();
    const cancelled = await records.activity(5);
    const issue = await records.issue();
    const seat = await seatOf(one);
    const { data } = await leaving(committee.secretary, one);
    const listed = data.leaving.items.find(
      ({ noun, recordId }: { noun: string; recordId: string }) =>
        noun === "Resource" && recordId !== resource,
    ).recordId;
    const settlements = [
      { noun: "Resource", recordId: resource, how: "STAY" },
      { noun: "Resource", recordId: listed, how: "STAY" },
      { noun: "Need", recordId: need, how: "HAND_OVER", toOrganizationId: heir },
      { noun: "Booking", recordId: booked, how: "HAND_OVER", toOrganizationId: heir },
      { noun: "Booking", recordId: provided, how: "END" },
      { noun: "Agreement", recordId: agreement, how: "END" },
      { noun: "Activity", recordId: activity, how: "HAND_OVER", toOrganizationId: heir },
      { noun: "Activity", recordId: cancelled, how: "END" },
      { noun: "Issue", recordId: issue, how: "HAND_OVER" },
      { noun: "Seat", recordId: seat, how: "END" },
    ];
    const left = await leave(setting.liaison(one.unit), one, { settlements });
    expect(left.message).toBeUndefined();
    expect(await open(one)).toEqual([]);
    expect(await read("resources.resource", resource)).toMatchObject({
      audience: "ALLIANCE",
      committee_id: null,
      provider_id: one.unit,
      version: 2,
    });
    expect(await read("resources.need", need)).toMatchObject({ organization_id: heir });
    expect(await read("resources.booking", booked)).toMatchObject({
      organization_id: heir,
      state: "CONFIRMED",
    });
    expect(await read("resources.booking", provided)).toMatchObject({ state: "CANCELLED", reason });
    expect(await read("resources.agreement", agreement)).toMatchObject({
      state: "TERMINATED",
      terminate_reason: reason,
    });
    const handedOver = await read("activities.activity", activity);
    expect(handedOver).toMatchObject({ host_id: heir, state: "SCHEDULED" });
    expect(handedOver.participant_ids.toSorted()).toEqual([...others].toSorted());
    expect(await read("activities.activity", cancelled)).toMatchObject({
      state: "CANCELLED",
      cancel_reason: reason,
    });
    expect(await read("activities.issue", issue)).toMatchObject({ owner_id: committee.base });
    const { rows: updates } = await setting.admin.query(
      "select type, organization_id, reason from activities.activity_update where activity_id = any ($1) order by number",
      [[activity, cancelled]],
    );
    expect(updates).toHaveLength(3);
    expect(updates).toEqual(
      expect.arrayContaining([
        { type: "PARTICIPANT_JOINED", organization_id: heir, reason: null },
        { type: "PARTICIPANT_LEFT", organization_id: one.unit, reason: null },
        { type: "CANCELLED", organization_id: null, reason },
      ]),
    );
    const { rows: entries } = await setting.admin.query(
      "select record_id, subject from audit.entry where action = 'leaveCommittee' and organization_id = $1",
      [one.unit],
    );
    const settled = settlements.filter(({ noun }) => noun !== "Seat");
    expect(new Set(entries.map(({ record_id: id }) => id))).toEqual(
      new Set([one.membershipId, ...settled.map(({ recordId }) => recordId)]),
    );
    expect(entries).toHaveLength(1 + settled.length);
    expect(new Set(entries.map(({ subject }) => subject))).toEqual(
      new Set([setting.liaison(one.unit).subject]),
    );
  });

  it("refuses what is left out, naming each record, and changes nothing", async () => {
    const one = await member();
    await one.records.resource();
    await one.records.issue();
    const before = await open(one);
    const { code, message } = await leave(one.committee.secretary, one, { settlements: [] });
    expect(code).toBe("BAD_USER_INPUT");
    for (const record of before.filter((what) => !what.startsWith("Membership")))
      expect(message).toContain(record.split(" ")[1]);
    expect(await open(one)).toEqual(before);
  });

  it.each<[string, (one: Member) => Promise<object>]>([
    [
      "a record that is not open",
      () => Promise.resolve({ noun: "Issue", recordId: randomUUID(), how: "END" }),
    ],
    [
      "a way that is closed",
      async ({ records }) => ({ noun: "Issue", recordId: await records.issue(), how: "STAY" }),
    ],
    [
      "an heir outside the committee",
      async ({ records }) => ({
        noun: "Issue",
        recordId: await records.issue(),
        how: "HAND_OVER",
        toOrganizationId: await setting.organization(),
      }),
    ],
    [
      "the unit itself as heir",
      async ({ records, unit }) => ({
        noun: "Issue",
        recordId: await records.issue(),
        how: "HAND_OVER",
        toOrganizationId: unit,
      }),
    ],
    [
      "an heir that is none",
      async ({ records }) => ({
        noun: "Issue",
        recordId: await records.issue(),
        how: "HAND_OVER",
        toOrganizationId: "x",
      }),
    ],
  ])("refuses %s", async (_what, settlementOf) => {
    const one = await member();
    const settlements = [await settlementOf(one)];
    expect((await leave(one.committee.secretary, one, { settlements })).code).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("lets no partner system terminate an agreement", async () => {
    const one = await member();
    const recordId = await one.records.agreement("ACTIVE");
    const partner = {
      ...setting.liaison(one.unit),
      kind: "PARTNER",
      scopes: ["members:read", "members:write"],
    } as const;
    const settlement = { noun: "Agreement", recordId };
    const attempt = async (how: string) =>
      (await leave(partner, one, { settlements: [{ ...settlement, how }] })).code;
    expect(await attempt("END")).toBe("BAD_USER_INPUT");
    expect(await attempt("STAY")).toBeUndefined();
  });
});

describe("leaveCommittee without settlements", () => {
  it("settles each as is usual", async () => {
    const one = await member();
    const { records, committee } = one;
    const resource = await records.resource("PUBLIC");
    const closed = await records.resource("COMMITTEE");
    const need = await records.need();
    const booked = await records.booking("BOOKED");
    const agreement = await records.agreement("ACTIVE");
    const draft = await records.agreement("DRAFT");
    const activity = await records.activity();
    const issue = await records.issue();
    await seatOf(one);
    await leave(committee.secretary, one);
    expect(await open(one)).toEqual([`Agreement ${agreement}`]);
    expect(await read("resources.resource", resource)).toMatchObject({
      state: "PUBLISHED",
      audience: "PUBLIC",
      committee_id: null,
    });
    expect(await read("resources.resource", closed)).toMatchObject({ state: "WITHDRAWN" });
    expect(await read("resources.need", need)).toMatchObject({ state: "WITHDRAWN" });
    expect(await read("resources.booking", booked)).toMatchObject({
      state: "CONFIRMED",
      committee_id: null,
    });
    expect(await read("resources.agreement", draft)).toBeUndefined();
    expect(await read("activities.activity", activity)).toMatchObject({ host_id: committee.base });
    expect(await read("activities.issue", issue)).toMatchObject({ owner_id: committee.base });
  });
});

describe("callOffLeaving", () => {
  it("is for whoever runs the committee, operators and the unit, nobody else", async () => {
    const one = await member();
    await leave(one.committee.secretary, one, { leavesOn: "2026-03-20" });
    const attempt = async (viewer: Viewer, id = one.membershipId) =>
      await setting.call(viewer, CALL_OFF, { input: { id } });
    expect((await attempt(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [setting.stranger, setting.liaison(one.others[0])])
      expect((await attempt(viewer)).code).toBe("FORBIDDEN");
    expect((await attempt(setting.operator, "x")).code).toBe("NOT_FOUND");
    const { data } = await attempt(setting.liaison(one.unit));
    expect(data.callOffLeaving.membership).toMatchObject({ leavesOn: null, leftOn: null });
    expect((await attempt(setting.operator)).code).toBe("ILLEGAL_TRANSITION");
  });
});

describe("a day ahead", () => {
  it.each([
    ["yesterday", { leavesOn: "2026-02-28" }, "BAD_USER_INPUT"],
    ["more than a year ahead", { leavesOn: "2027-03-03" }, "BAD_USER_INPUT"],
    ["beside a day that has begun", { leavesOn: "2026-03-20", leftOn: TODAY }, "BAD_USER_INPUT"],
    ["without a reason", { leavesOn: "2026-03-20", reason: "" }, "BAD_USER_INPUT"],
  ])("is refused: %s", async (_what, over, code) => {
    const one = await member();
    expect((await leave(setting.operator, one, over)).code).toBe(code);
  });

  it("changes nothing yet; today is now", async () => {
    const one = await member();
    await one.records.issue();
    const before = await open(one);
    const { data } = await leave(setting.operator, one, { leavesOn: "2026-03-20" });
    expect(data.leaveCommittee.membership).toMatchObject({ leavesOn: "2026-03-20", leftOn: null });
    expect(await open(one)).toEqual(before);
    const now = await leave(setting.operator, one, { leavesOn: TODAY });
    expect(now.data.leaveCommittee.membership).toMatchObject({ leavesOn: null, leftOn: TODAY });
    expect(await open(one)).toEqual([]);
  });
});

const KINDS = ["resource", "need", "booking", "agreement", "activity", "issue"] as const;

describe("nothing dangles", () => {
  it("after a unit has left, whatever was open and however it was decided; others keep theirs", async () => {
    const records = fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        whose: fc.nat(1),
        audience: fc.constantFrom("PUBLIC", "ALLIANCE", "COMMITTEE"),
        state: fc.constantFrom("DRAFT", "PUBLISHED"),
        step: fc.constantFrom("DRAFT", "PROPOSED", "ACTIVE"),
        side: fc.constantFrom("BOOKED", "PROVIDED"),
        days: fc.integer({ min: 1, max: 20 }),
        way: fc.nat(2),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(records, fc.boolean(), async (all, isDecided) => {
        const one = await member();
        const another = await member(one.committee);
        await seatOf(one);
        for (const { kind, whose, audience, state, step, side, days } of all) {
          const { records: of } = whose === 0 ? one : another;
          if (kind === "resource") await of.resource(audience, state);
          if (kind === "need") await of.need(audience, state);
          if (kind === "booking") await of.booking(side, days);
          if (kind === "agreement") await of.agreement(step);
          if (kind === "activity") await of.activity(days);
          if (kind === "issue") await of.issue();
        }
        const theirs = await open(another);
        const liaison = setting.liaison(one.unit);
        const items: { noun: string; recordId: string; ways: string[] }[] = (
          await leaving(liaison, one)
        ).data.leaving.items;
        const settlements = items.map(({ noun, recordId, ways }, at) => ({
          noun,
          recordId,
          how: ways[(all[at % Math.max(all.length, 1)]?.way ?? 0) % ways.length],
        }));
        const { message } = await leave(liaison, one, isDecided ? { settlements } : {});
        expect(message).toBeUndefined();
        // An agreement that was to stay is all that still binds the two.
        const staying = isDecided
          ? settlements.filter(({ noun, how }) => noun === "Agreement" && how === "STAY")
          : items.filter(({ noun, ways }) => noun === "Agreement" && ways[0] === "STAY");
        expect(await open(one)).toEqual(
          staying.map(({ recordId }) => `Agreement ${recordId}`).toSorted(),
        );
        expect(await open(another)).toEqual(theirs);
      }),
      { numRuns: 25 },
    );
  });
});
