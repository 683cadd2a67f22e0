import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { END_HANDOVER, HAND_OVER, days, handoversIn } from "./handover-setting.ts";
import { END_SEAT, type MembersSetting, TODAY, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterEach(() => setting.setDay(TODAY));
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { led, viewerOf } = handoversIn(() => setting);

const rowsOf = async (committeeId: string) =>
  (
    await setting.admin.query(
      `select "from"::text, end_reason, version from members.handover where committee_id = $1 order by "from", created_at, id`,
      [committeeId],
    )
  ).rows;

describe("the days of a handover", () => {
  it("begin within a year and are ninety at most, to the day", async () => {
    const { committee, deputyId, secretary } = await led();
    // A term that ends later is no limit here.
    await setting.admin.query(
      "update members.term set ends_on = '2031-12-31' where committee_id = $1",
      [committee.id],
    );
    const hand = async (from: string, until: string) =>
      (await setting.call(secretary, HAND_OVER, days(committee, deputyId, { from, until }))).code;
    expect(await hand("2027-03-02", "2027-03-02")).toBe("BAD_USER_INPUT");
    expect(await hand("2027-03-01", "2027-03-01")).toBeUndefined();
    expect(await hand("2026-03-02", "2026-05-31")).toBe("BAD_USER_INPUT");
    expect(await hand("2026-03-02", "2026-05-30")).toBeUndefined();
  });

  it("may be the last one of the term", async () => {
    const { committee, deputyId, secretary } = await led();
    const last = { from: "2026-12-31", until: "2026-12-31" };
    const { code } = await setting.call(secretary, HAND_OVER, days(committee, deputyId, last));
    expect(code).toBeUndefined();
  });
});

describe("the rights of a deputy", () => {
  it("begin with the seat, if that begins after the handover", async () => {
    const { committee, seat, secretary } = await led();
    const subject = `coming deputy of ${committee.id}`;
    const coming = await seat("DEPUTY_SECRETARY", { subject, since: "2026-03-02" });
    const from = { from: TODAY };
    const { code } = await setting.call(secretary, HAND_OVER, days(committee, coming, from));
    expect(code).toBeUndefined();
    expect((await viewerOf(subject, TODAY)).runsCommitteeIds).toEqual([]);
    expect((await viewerOf(subject, "2026-03-02")).runsCommitteeIds).toEqual([committee.id]);
  });
});

describe("the rights of a deputy on a day of the handover", () => {
  it.each(["deputyId", "secretaryId"] as const)("end at once with the seat %s", async (ended) => {
    const parts = await led();
    const { committee, deputyId, secretary, deputy } = parts;
    await setting.call(secretary, HAND_OVER, days(committee, deputyId, { from: TODAY }));
    expect((await viewerOf(deputy)).runsCommitteeIds).toEqual([committee.id]);
    const input = { id: parts[ended], reason: "调离" };
    expect((await setting.call(setting.operator, END_SEAT, { input })).code).toBeUndefined();
    expect((await viewerOf(deputy)).runsCommitteeIds).toEqual([]);
  });
});

describe("the list of handovers", () => {
  it("has one to its last day, current from its first", async () => {
    const { committee, deputyId, secretary } = await led();
    await setting.call(secretary, HAND_OVER, days(committee, deputyId));
    const key = { __typename: "Committee", id: committee.id };
    const on = async (day: string) => {
      setting.setDay(day);
      const { data } = await setting.entity(secretary, key, "{ handovers { nodes { state } } }");
      return data.handovers.nodes.map(({ state }: { state: string }) => state);
    };
    expect(await on("2026-03-01")).toEqual(["PLANNED"]);
    expect(await on("2026-03-02")).toEqual(["CURRENT"]);
    expect(await on("2026-03-15")).toEqual(["CURRENT"]);
    expect(await on("2026-03-16")).toEqual([]);
  });
});

describe("who is handed over to, and by whom", () => {
  it("is a deputy of this committee whose seat has not ended", async () => {
    const { committee, deputyId, secretary } = await led();
    const { deputyId: elsewhere } = await led();
    const hand = async (seatId: string) =>
      (await setting.call(secretary, HAND_OVER, days(committee, seatId))).code;
    expect(await hand(elsewhere)).toBe("NOT_FOUND");
    await setting.call(setting.operator, END_SEAT, { input: { id: deputyId, reason: "调离" } });
    expect(await hand(deputyId)).toBe("NOT_FOUND");
  });

  it("is a secretary whose seat has begun, whatever was known of them a moment ago", async () => {
    const { committee, deputyId, secretary, secretaryId } = await led();
    await setting.admin.query("update members.seat set since = '2026-03-02' where id = $1", [
      secretaryId,
    ]);
    const { code } = await setting.call(secretary, HAND_OVER, days(committee, deputyId));
    expect(code).toBe("FORBIDDEN");
  });
});

describe("a handover of before", () => {
  it("lasts to the last day of a seat that counts to it, and keeps its days so long", async () => {
    const { committee, deputyId, secretary, deputy, seat } = await led();
    const { data } = await setting.call(secretary, HAND_OVER, days(committee, deputyId));
    // As terms left it that began ahead.
    await setting.admin.query(
      "update members.seat set until = '2026-03-10', end_reason = '任期届满', counts_to_last_day = true where id = $1",
      [deputyId],
    );
    const key = { __typename: "Handover", id: data.handOver.handover.id };
    for (const [day, state] of [
      [TODAY, "PLANNED"],
      ["2026-03-10", "CURRENT"],
      ["2026-03-11", "ENDED"],
    ] as const) {
      setting.setDay(day);
      expect((await setting.entity(secretary, key, "{ state }")).data).toEqual({ state });
      const { deputyCommitteeIds } = await viewerOf(deputy, day);
      expect(deputyCommitteeIds).toEqual(state === "CURRENT" ? [committee.id] : []);
    }
    setting.setDay(TODAY);
    const [first] = await rowsOf(committee.id);
    const another = await seat("DEPUTY_SECRETARY", { subject: `another of ${committee.id}` });
    const { code } = await setting.call(secretary, HAND_OVER, days(committee, another));
    expect(code).toBe("CONFLICT");
    expect(await rowsOf(committee.id)).toEqual([first]);
  });

  it("is ended by the next one only if a seat of it has ended, only once, and only here", async () => {
    const [one, other] = [await led(), await led()];
    const early = { from: TODAY, until: TODAY };
    const handed = async ({ committee, deputyId, secretary }: typeof one, over: object) =>
      (await setting.call(secretary, HAND_OVER, days(committee, deputyId, over))).data.handOver
        .handover.id;
    const declined = await handed(one, early);
    const reason = "提前返回";
    await setting.call(one.secretary, END_HANDOVER, { input: { id: declined, reason } });
    await handed(one, {});
    await handed(other, {});
    // Both deputies' seats end; only one of the committees hands over anew.
    for (const { deputyId: id } of [one, other])
      await setting.call(setting.operator, END_SEAT, { input: { id, reason: "调离" } });
    const subject = `next deputy of ${one.committee.id}`;
    const deputyId = await one.seat("DEPUTY_SECRETARY", { subject, since: TODAY });
    await handed({ ...one, deputyId }, { from: "2026-03-10", until: "2026-03-20" });
    expect(await rowsOf(one.committee.id)).toEqual([
      { from: TODAY, end_reason: reason, version: 2 },
      { from: "2026-03-02", end_reason: "任职已结束", version: 2 },
      { from: "2026-03-10", end_reason: null, version: 1 },
    ]);
    expect(await rowsOf(other.committee.id)).toEqual([
      { from: "2026-03-02", end_reason: null, version: 1 },
    ]);
    const standing = await viewerOf(subject, "2026-03-10");
    expect(standing.deputyCommitteeIds).toEqual([one.committee.id]);
  });
});
