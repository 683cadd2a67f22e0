import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { leavingsIn } from "./leaving-setting.ts";
import { type MembersSetting, TODAY, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterEach(() => setting.setDay(TODAY));
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { member, seatOf, leave, leaving, open, read } = leavingsIn(() => setting);

const CALL_OFF =
  "mutation ($input: CallOffLeavingInput!) { callOffLeaving(input: $input) { membership { id leavesOn leftOn } } }";

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
    const items: {
      noun: string;
      recordId: string;
      title: string;
      consequence: string;
      booking: { id: string } | null;
    }[] = data.leaving.items;
    expect(items.map(({ noun, recordId }) => [noun, recordId])).toEqual(expected);
    // When a booking is says the booking itself, which other subgraphs' records are known by.
    expect(items.map(({ booking }) => booking?.id)).toEqual(
      expected.map(([noun, id]) => (noun === "Booking" ? id : undefined)),
    );
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
    // A day that is over is as good as today.
    await one.records.booking("BOOKED", -3);
    const near = await one.records.booking("BOOKED", 3);
    const far = await one.records.booking("BOOKED", 30);
    const ids = async (on: string | null) =>
      (await leaving(setting.operator, one, on)).data.leaving.items.map(
        ({ recordId }: { recordId: string }) => recordId,
      );
    for (const on of [null, TODAY, "2026-01-01"])
      expect((await ids(on)).toSorted()).toEqual([near, far].toSorted());
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

  it("is possible on the last day, and not when that is over", async () => {
    const [one, other] = [await member(), await member()];
    for (const of of [one, other])
      await leave(of.committee.secretary, of, { leavesOn: "2026-03-20" });
    const callOff = async ({ membershipId: id }: typeof one) =>
      (await setting.call(setting.operator, CALL_OFF, { input: { id } })).code;
    setting.setDay("2026-03-20");
    expect(await callOff(one)).toBeUndefined();
    setting.setDay("2026-03-21");
    expect(await callOff(other)).toBe("ILLEGAL_TRANSITION");
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
