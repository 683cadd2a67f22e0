import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Member, REASON, leavingsIn } from "./leaving-setting.ts";
import { type MembersSetting, createMembersSetting, TODAY } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { member, seatOf, leave, leaving, open, read } = leavingsIn(() => setting);

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
    expect(await read("resources.booking", provided)).toMatchObject({
      state: "CANCELLED",
      reason: REASON,
    });
    expect(await read("resources.agreement", agreement)).toMatchObject({
      state: "TERMINATED",
      terminate_reason: REASON,
    });
    const handedOver = await read("activities.activity", activity);
    expect(handedOver).toMatchObject({ host_id: heir, state: "SCHEDULED" });
    expect(handedOver.participant_ids.toSorted()).toEqual([...others].toSorted());
    expect(await read("activities.activity", cancelled)).toMatchObject({
      state: "CANCELLED",
      cancel_reason: REASON,
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
        { type: "CANCELLED", organization_id: null, reason: REASON },
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
    expect(message).toContain('Resource "会议室" is open');
    expect(message).toContain('Issue "路灯不亮" is open');
    expect(await open(one)).toEqual(before);
  });

  it("refuses a record that is given twice", async () => {
    const one = await member();
    const settlement = { noun: "Issue", recordId: await one.records.issue(), how: "END" };
    const twice = [settlement, { ...settlement, how: "HAND_OVER" }];
    const { code, message } = await leave(one.committee.secretary, one, { settlements: twice });
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain("given twice");
    expect((await leave(one.committee.secretary, one, { settlements: [settlement] })).code).toBe(
      undefined,
    );
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

  it("notes that an application is withdrawn with it", async () => {
    const one = await member();
    const application = await one.records.application();
    expect((await leave(one.committee.secretary, one)).code).toBeUndefined();
    expect(await read("members.application", application)).toMatchObject({ state: "WITHDRAWN" });
    const { rows } = await setting.admin.query(
      "select noun, action, organization_id from audit.entry where record_id = $1",
      [application],
    );
    expect(rows).toEqual([
      { noun: "Application", action: "leaveCommittee", organization_id: one.unit },
    ]);
  });

  it("ends its seats on its last day, and one that began later on its first", async () => {
    const one = await member();
    const [early, late] = [await seatOf(one), await seatOf(one)];
    await setting.admin.query("update members.seat set since = '2025-06-01' where id = $1", [
      early,
    ]);
    const { code } = await leave(one.committee.secretary, one, { leftOn: "2026-02-20" });
    expect(code).toBeUndefined();
    const { rows } = await setting.admin.query(
      "select id, until::text, end_reason from members.seat where id = any ($1) order by since",
      [[early, late]],
    );
    expect(rows).toEqual([
      { id: early, until: "2026-02-20", end_reason: "单位退出" },
      { id: late, until: TODAY, end_reason: "单位退出" },
    ]);
  });
});
