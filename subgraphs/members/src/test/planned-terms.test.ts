import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  DISCARD_PLANNED_TERM,
  END_SEAT,
  type MembersSetting,
  PLAN_TERM,
  START_TERM,
  TODAY,
  UPDATE_PLANNED_TERM,
  createMembersSetting,
  type CommitteeSetting,
} from "./members-setting.ts";
import { STARTS, next, plannedTermsIn, seatOf } from "./planned-terms-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterEach(() => setting.setDay(TODAY));
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { seated, planned, shown, seatsAhead } = plannedTermsIn(() => setting);

async function secretariesOn(committee: CommitteeSetting, day: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ subject: string }>(
    `select subject from directory.seat
     where committee_id = $1 and role = 'SECRETARY' and first_day <= $2 and last_day >= $2 order by subject`,
    [committee.id, day],
  );
  return rows.map(({ subject }) => subject);
}

describe("planTerm", () => {
  it("plans the next term with its seats while the current one runs", async () => {
    const { committee } = await seated();
    const { data } = await setting.call(committee.secretary, PLAN_TERM, next(committee));
    expect(data.planTerm.term).toMatchObject({ number: 2, state: "PLANNED", startsOn: STARTS });
    const { currentTerm, terms } = await shown(committee);
    expect(currentTerm).toEqual({ number: 1, endsOn: "2026-08-31" });
    expect(terms.nodes.map(({ seats }: { seats: { nodes: [] } }) => seats.nodes.length)).toEqual([
      3, 3,
    ]);
    expect(terms.nodes[0].seats.nodes[0]).toMatchObject({ since: "2022-05-01", until: null });
  });

  it("takes over when its first day begins, although nothing is done at that moment", async () => {
    const { committee } = await seated();
    const secretary = `SECRETARY of ${committee.id}`;
    const termId = await planned(committee);
    await setting.call(committee.secretary, APPOINT_SEAT, {
      input: { ...seatOf(committee), termId, subject: "next secretary" },
    });
    expect(await secretariesOn(committee, "2026-08-31")).toEqual([secretary]);
    expect(await secretariesOn(committee, STARTS)).toEqual(["next secretary"]);
    setting.setDay("2026-08-31");
    expect((await shown(committee)).currentTerm.number).toBe(1);
    setting.setDay(STARTS);
    const { currentTerm, terms } = await shown(committee, ANONYMOUS);
    expect(currentTerm.number).toBe(2);
    expect(terms.nodes.map(({ state }: { state: string }) => state)).toEqual(["CURRENT", "PAST"]);
    for (const { until } of terms.nodes[1].seats.nodes) expect(until).toBe("2026-08-31");
  });

  it("is settled by the next change: a seat of the term before cannot be ended, the next term can be planned", async () => {
    const { committee, ids } = await seated();
    await planned(committee);
    setting.setDay("2026-09-02");
    const end = { input: { id: ids["PART_TIME"], reason: "调离" } };
    expect((await setting.call(committee.secretary, END_SEAT, end)).code).toBe(
      "ILLEGAL_TRANSITION",
    );
    const third = { number: 3, startsOn: "2031-09-01", endsOn: "2036-08-31" };
    expect((await setting.call(committee.secretary, PLAN_TERM, next(committee, third))).code).toBe(
      undefined,
    );
    const { terms } = await shown(committee);
    expect(terms.nodes.map(({ state }: { state: string }) => state)).toEqual([
      "PLANNED",
      "CURRENT",
      "PAST",
    ]);
  });

  it("is for the secretary, whoever runs the committee above, and operators; not for a deputy", async () => {
    const committee = await setting.committee();
    const plan = async (viewer: Viewer) =>
      (await setting.call(viewer, PLAN_TERM, next(committee))).code;
    expect(await plan(ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await plan(setting.stranger)).toBe("FORBIDDEN");
    expect(await plan(setting.liaison(committee.base))).toBe("FORBIDDEN");
    expect(await plan({ ...committee.secretary, deputyCommitteeIds: [committee.id] })).toBe(
      "FORBIDDEN",
    );
    expect(await plan(setting.operator)).toBeUndefined();
    expect(await plan(committee.secretary)).toBe("CONFLICT");
  });

  it("of several at once plans one", async () => {
    const { committee } = await seated();
    const answers = await Promise.all(
      [2, 3, 4, 5].map((number) =>
        setting.call(committee.secretary, PLAN_TERM, next(committee, { number })),
      ),
    );
    expect(answers.map(({ code }) => code).filter((code) => code !== "CONFLICT")).toEqual([
      undefined,
    ]);
  });

  it.each([
    ["an unknown committee", { committeeId: randomUUID() }, "NOT_FOUND"],
    ["a first day that has come", { startsOn: TODAY }, "BAD_USER_INPUT"],
    ["a first day that is too far ahead", { startsOn: "2036-03-05" }, "BAD_USER_INPUT"],
    ["the current number", { number: 1 }, "BAD_USER_INPUT"],
    ["an end on the first day", { endsOn: STARTS }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const committee = await setting.committee();
    const answer = await setting.call(committee.secretary, PLAN_TERM, next(committee, over));
    expect(answer.code).toBe(code);
  });

  it("leaves no room for startTerm, which says so", async () => {
    const committee = await setting.committee();
    await planned(committee);
    const start = next(committee, { number: 3, startsOn: TODAY });
    expect(await setting.call(committee.secretary, START_TERM, start)).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("discardPlannedTerm"),
    });
  });
});

describe("updatePlannedTerm", () => {
  it("moves the term; seats that begin with it and the current term follow", async () => {
    const { committee } = await seated();
    const id = await planned(committee);
    await setting.call(committee.secretary, APPOINT_SEAT, {
      input: { ...seatOf(committee, "MEMBER"), termId: id },
    });
    const change = async (over: object) =>
      await setting.call(committee.secretary, UPDATE_PLANNED_TERM, { input: { id, ...over } });
    expect(
      (await change({ startsOn: "2026-06-01", version: 1 })).data.updatePlannedTerm.term,
    ).toEqual({ version: 2, number: 2, startsOn: "2026-06-01", endsOn: "2031-08-31" });
    expect((await shown(committee)).currentTerm.endsOn).toBe("2026-05-31");
    expect((await seatsAhead(committee)).map(({ since }: { since: string }) => since)).toEqual([
      ...Array.from({ length: 3 }, () => "2022-05-01"),
      "2026-06-01",
    ]);
    expect((await change({ startsOn: "2027-06-01", number: 7 })).code).toBeUndefined();
    // Its own last day comes before.
    expect((await shown(committee)).currentTerm.endsOn).toBe("2026-12-31");
    expect((await change({ version: 2, number: 8 })).code).toBe("CONFLICT");
    expect((await change({ startsOn: TODAY })).code).toBe("BAD_USER_INPUT");
    expect((await change({ number: 1 })).code).toBe("BAD_USER_INPUT");
    setting.setDay("2027-06-01");
    expect((await change({ number: 9 })).code).toBe("ILLEGAL_TRANSITION");
  });

  it("and discardPlannedTerm are for those who may plan; others do not even see the term", async () => {
    const { committee } = await seated();
    const id = await planned(committee);
    const deputy = { ...committee.secretary, deputyCommitteeIds: [committee.id] };
    for (const document of [UPDATE_PLANNED_TERM, DISCARD_PLANNED_TERM])
      for (const [viewer, code] of [
        [ANONYMOUS, "UNAUTHENTICATED"],
        [setting.stranger, "NOT_FOUND"],
        [deputy, "FORBIDDEN"],
        [{ ...setting.stranger, committeeIds: [committee.id] }, "FORBIDDEN"],
      ] as const)
        expect((await setting.call(viewer, document, { input: { id } })).code).toBe(code);
  });
});

describe("discardPlannedTerm", () => {
  it("removes the term and its seats, and the current one lasts to its own last day", async () => {
    const { committee } = await seated();
    const id = await planned(committee);
    const discard = async (over: object = {}) =>
      await setting.call(committee.secretary, DISCARD_PLANNED_TERM, { input: { id, ...over } });
    expect((await discard({ version: 9 })).code).toBe("CONFLICT");
    expect((await discard()).data.discardPlannedTerm).toEqual({ id });
    const { currentTerm, terms } = await shown(committee);
    expect(currentTerm).toEqual({ number: 1, endsOn: "2026-12-31" });
    expect(terms.nodes).toHaveLength(1);
    expect(await secretariesOn(committee, STARTS)).toHaveLength(1);
    expect((await discard()).code).toBe("NOT_FOUND");
    const current = await setting.call(committee.secretary, PLAN_TERM, next(committee));
    expect(current.code).toBeUndefined();
  });

  it("is for planned terms only", async () => {
    const { committee } = await seated();
    const { rows } = await setting.admin.query(
      "select id from members.term where committee_id = $1",
      [committee.id],
    );
    const input = { id: rows[0].id };
    expect((await setting.call(committee.secretary, DISCARD_PLANNED_TERM, { input })).code).toBe(
      "ILLEGAL_TRANSITION",
    );
  });
});
