import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { END_HANDOVER, HAND_OVER, days, handoversIn } from "./handover-setting.ts";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  END_SEAT,
  type MembersSetting,
  PLAN_TERM,
  TODAY,
  createMembersSetting,
} from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterEach(() => setting.setDay(TODAY));
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { led, viewerOf } = handoversIn(() => setting);

describe("handOver", () => {
  it("lets the deputy run the committee and act for its organisation, on its days alone", async () => {
    const { committee, deputyId, secretary, deputy } = await led();
    const note = "请主持三月的联席会议";
    const { data } = await setting.call(secretary, HAND_OVER, days(committee, deputyId, { note }));
    expect(data.handOver.handover).toMatchObject({
      state: "PLANNED",
      note,
      seat: { id: deputyId, role: "DEPUTY_SECRETARY" },
      bySeat: { role: "SECRETARY" },
      committee: { id: committee.id },
    });
    for (const [day, acts] of [
      ["2026-03-01", false],
      ["2026-03-02", true],
      ["2026-03-15", true],
      ["2026-03-16", false],
    ] as const) {
      const { runsCommitteeIds, organizationIds, deputyCommitteeIds, roles } =
        await setting.standing(deputy, day);
      expect({ day, runsCommitteeIds, organizationIds, deputyCommitteeIds }).toEqual({
        day,
        runsCommitteeIds: acts ? [committee.id] : [],
        organizationIds: acts ? [committee.base] : [],
        deputyCommitteeIds: acts ? [committee.id] : [],
      });
      expect(roles.map(({ role }) => role)).toEqual(acts ? ["MEMBER", "DEPUTY"] : ["MEMBER"]);
      // The secretary keeps everything.
      expect((await setting.standing(secretary.subject ?? "", day)).runsCommitteeIds).toEqual([
        committee.id,
      ]);
    }
  });

  it("reaches the committees below, and nobody's own right is taken for a deputy's", async () => {
    const { committee, deputyId, secretary, deputy } = await led();
    const below = await setting.committee();
    await setting.admin.query(
      "update organizations.committee set parent_id = $2, ancestor_ids = array[$2]::uuid[] where id = $1",
      [below.id, committee.id],
    );
    await setting.call(secretary, HAND_OVER, days(committee, deputyId));
    const day = "2026-03-02";
    const standing = await setting.standing(deputy, day);
    expect(standing.runsCommitteeIds.toSorted()).toEqual([committee.id, below.id].toSorted());
    expect(standing.deputyCommitteeIds).toEqual([committee.id]);
    expect(standing.organizationIds).toEqual([committee.base]);
    // Whoever is secretary above runs it anyway.
    const top = await setting.committee();
    await setting.admin.query(
      "update organizations.committee set ancestor_ids = array[$2]::uuid[] where id = $1",
      [committee.id, top.id],
    );
    const input = { committeeId: top.id, organizationId: top.base, holderName: "委员 001" };
    await setting.call(setting.operator, APPOINT_SEAT, {
      input: { ...input, role: "SECRETARY", subject: deputy },
    });
    expect((await setting.standing(deputy, day)).deputyCommitteeIds).toEqual([]);
  });

  it("is for the secretary alone: not for a deputy, a secretary above, an operator or others", async () => {
    const { committee, deputyId, secretary, deputy, seat } = await led();
    const other = await seat("DEPUTY_SECRETARY", { subject: "another deputy" });
    const from = { from: TODAY, until: TODAY };
    const hand = async (viewer: Viewer, over: object = {}) =>
      (await setting.call(viewer, HAND_OVER, days(committee, deputyId, over))).code;
    expect(await hand(ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await hand(setting.operator)).toBe("FORBIDDEN");
    expect(await hand(setting.stranger)).toBe("FORBIDDEN");
    expect(await hand({ ...setting.stranger, runsCommitteeIds: [committee.id] })).toBe("FORBIDDEN");
    expect(await hand(secretary, from)).toBeUndefined();
    const acting = await viewerOf(deputy);
    expect(await hand(acting, { seatId: other })).toBe("FORBIDDEN");
    // Whoever was replaced a moment ago is no longer the one.
    await seat("SECRETARY", { replaces: true, since: TODAY, subject: "the next" });
    expect(await hand(secretary, { seatId: other })).toBe("FORBIDDEN");
  });

  it.each([
    ["a seat that is not there", { seatId: randomUUID() }, "NOT_FOUND"],
    ["a seat id that is none", { seatId: "x" }, "NOT_FOUND"],
    ["a day that is over", { from: "2026-02-28" }, "BAD_USER_INPUT"],
    ["a first day far ahead", { from: "2027-03-05", until: "2027-03-06" }, "BAD_USER_INPUT"],
    ["an end before the start", { until: "2026-03-01" }, "BAD_USER_INPUT"],
    ["more than 90 days", { until: "2026-05-31" }, "BAD_USER_INPUT"],
    ["a day after the term", { from: "2026-12-30", until: "2027-01-01" }, "BAD_USER_INPUT"],
    ["a mobile number in the note", { note: "电话 13800138000" }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const { committee, deputyId, secretary } = await led();
    expect((await setting.call(secretary, HAND_OVER, days(committee, deputyId, over))).code).toBe(
      code,
    );
  });

  it("takes deputy secretaries with a sign-in, and one of them at a time", async () => {
    const { committee, deputyId, secretary, secretaryId, seat } = await led();
    const hand = async (seatId: string, over: object = {}) =>
      (await setting.call(secretary, HAND_OVER, days(committee, seatId, over))).code;
    expect(await hand(secretaryId)).toBe("BAD_USER_INPUT");
    expect(await hand(await seat("DEPUTY_SECRETARY", { subject: null }))).toBe("BAD_USER_INPUT");
    const answers = await Promise.all([hand(deputyId), hand(deputyId), hand(deputyId)]);
    expect(answers.toSorted()).toEqual(["CONFLICT", "CONFLICT", undefined]);
    const overlapping = { from: "2026-03-15", until: "2026-03-20" };
    expect(await hand(deputyId, overlapping)).toBe("CONFLICT");
    expect(await hand(deputyId, { from: "2026-03-16", until: "2026-03-20" })).toBeUndefined();
  });
});

describe("a handover ends", () => {
  const day = "2026-03-05";
  async function handedOver() {
    const parts = await led();
    const { data } = await setting.call(
      parts.secretary,
      HAND_OVER,
      days(parts.committee, parts.deputyId),
    );
    const { deputy } = parts;
    const acts = async () => (await setting.standing(deputy, day)).runsCommitteeIds.length > 0;
    expect(await acts()).toBe(true);
    return { ...parts, id: data.handOver.handover.id as string, acts };
  }

  it("by the secretary, the deputy, whoever runs the committee above, and operators", async () => {
    for (const of of ["secretary", "deputy", "above", "operator"] as const) {
      const { id, acts, secretary, deputy, committee } = await handedOver();
      const viewer = {
        secretary,
        deputy: await viewerOf(deputy),
        above: { ...setting.stranger, runsCommitteeIds: [committee.id] },
        operator: setting.operator,
      }[of];
      const end = { input: { id, reason: "提前返回" } };
      const { data } = await setting.call(viewer, END_HANDOVER, end);
      expect(data.endHandover.handover).toMatchObject({ state: "ENDED", endReason: "提前返回" });
      expect(await acts()).toBe(false);
      expect((await setting.call(viewer, END_HANDOVER, end)).code).toBe("ILLEGAL_TRANSITION");
    }
  });

  it("by nobody else; others do not even see it", async () => {
    const { id, acts, committee } = await handedOver();
    const end = async (viewer: Viewer) =>
      (await setting.call(viewer, END_HANDOVER, { input: { id } })).code;
    expect(await end(ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await end(setting.stranger)).toBe("NOT_FOUND");
    expect(await end(setting.liaison(committee.base))).toBe("FORBIDDEN");
    expect(await acts()).toBe(true);
  });

  it("with the deputy's seat, with the secretary's, and with the term", async () => {
    const endings = {
      deputy: ({ deputyId: id }: { deputyId: string }) =>
        setting.call(setting.operator, END_SEAT, { input: { id, reason: "调离" } }),
      secretary: ({ secretaryId: id }: { secretaryId: string }) =>
        setting.call(setting.operator, END_SEAT, { input: { id, reason: "调离" } }),
      term: ({ committee }: { committee: CommitteeSetting }) =>
        setting.call(setting.operator, PLAN_TERM, {
          input: {
            committeeId: committee.id,
            number: 2,
            startsOn: "2026-03-04",
            endsOn: "2031-03-03",
          },
        }),
    };
    for (const ending of Object.values(endings)) {
      const parts = await handedOver();
      expect((await ending(parts)).code).toBeUndefined();
      expect(await parts.acts()).toBe(false);
      setting.setDay("2026-03-04");
      const { data } = await setting.entity(
        setting.operator,
        { __typename: "Handover", id: parts.id },
        "{ state }",
      );
      expect(data).toEqual({ state: "ENDED" });
      setting.setDay(TODAY);
    }
  });

  it("with its seats in such a way that the next secretary can hand over on the same days", async () => {
    const { committee, deputyId, seat } = await handedOver();
    const subject = `next of ${committee.id}`;
    await seat("SECRETARY", { replaces: true, since: TODAY, subject });
    const next = await viewerOf(subject);
    expect((await setting.call(next, HAND_OVER, days(committee, deputyId))).code).toBeUndefined();
  });
});

describe("Committee.handovers", () => {
  it("are for the alliance; those that are over are there if asked for", async () => {
    const { committee, deputyId, secretary } = await led();
    const first = await setting.call(secretary, HAND_OVER, days(committee, deputyId));
    const { id } = first.data.handOver.handover;
    await setting.call(secretary, END_HANDOVER, { input: { id } });
    await setting.call(secretary, HAND_OVER, days(committee, deputyId));
    const read = async (viewer: Viewer, of = "") => {
      const key = { __typename: "Committee", id: committee.id };
      const { data } = await setting.entity(
        viewer,
        key,
        `{ handovers${of} { nodes { id state } } }`,
      );
      // Both were made at the same moment of a clock that stands still.
      return data.handovers.nodes.map(({ state }: { state: string }) => state).toSorted();
    };
    const all = "(includeEnded: true)";
    expect(await read(setting.liaison(committee.base))).toEqual(["PLANNED"]);
    expect(await read(setting.liaison(committee.base), all)).toEqual(["ENDED", "PLANNED"]);
    expect(await read(setting.stranger, all)).toEqual([]);
    expect(await read(ANONYMOUS, all)).toEqual([]);
    setting.setDay("2026-03-16");
    expect(await read(secretary)).toEqual([]);
  });
});
