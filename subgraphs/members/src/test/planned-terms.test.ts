import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterEach, afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  DISCARD_PLANNED_TERM,
  LEAVE,
  END_SEAT,
  type MembersSetting,
  PLAN_TERM,
  START_TERM,
  TODAY,
  UPDATE_PLANNED_TERM,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterEach(() => setting.setDay(TODAY));
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const STARTS = "2026-09-01";
const next = (committee: CommitteeSetting, over: object = {}) => ({
  input: { committeeId: committee.id, number: 2, startsOn: STARTS, endsOn: "2031-08-31", ...over },
});

/** A committee with a secretary, a deputy and a member of a unit, each with a sign-in. */
async function seated() {
  const committee = await setting.committee();
  const unit = await memberUnit(setting, committee);
  const ids: Record<string, string> = {};
  for (const [role, organizationId] of [
    ["SECRETARY", committee.base],
    ["DEPUTY_SECRETARY", committee.base],
    ["PART_TIME", unit.id],
  ] as const) {
    const input = { committeeId: committee.id, organizationId, role, holderName: "委员 001" };
    const subject = `${role} of ${committee.id}`;
    const { data } = await setting.call(setting.operator, APPOINT_SEAT, {
      input: { ...input, subject, since: "2022-05-01" },
    });
    ids[role] = data.appointSeat.seat.id;
  }
  return { committee, unit, ids };
}

/** Plans the next term, as the secretary; its id. */
async function planned(committee: CommitteeSetting, over: object = {}): Promise<string> {
  const { data, message } = await setting.call(
    committee.secretary,
    PLAN_TERM,
    next(committee, over),
  );
  if (message !== undefined) throw new Error(message);
  return data.planTerm.term.id;
}

const SHOWN =
  "{ currentTerm { number endsOn } terms { nodes { number state startsOn endsOn seats { nodes { id role since until holderName } } } } }";
async function shown(committee: CommitteeSetting, viewer: Viewer = committee.secretary) {
  const key = { __typename: "Committee", id: committee.id };
  return (await setting.entity(viewer, key, SHOWN)).data;
}

/** The seats of the planned term. */
async function seatsAhead(committee: CommitteeSetting) {
  const { terms } = await shown(committee);
  return terms.nodes.find(({ state }: { state: string }) => state === "PLANNED").seats.nodes;
}

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

const seatOf = (committee: CommitteeSetting, role = "SECRETARY") => ({
  committeeId: committee.id,
  organizationId: committee.base,
  holderName: "委员 009",
  role,
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

describe("the seats of a planned term", () => {
  it("are for the committee's own, whoever runs it, and operators", async () => {
    const { committee, unit } = await seated();
    const id = await planned(committee);
    const [{ id: seatId }] = await seatsAhead(committee);
    const sees = async (viewer: Viewer): Promise<readonly boolean[]> => {
      const { terms } = await shown(committee, viewer);
      const term = await setting.entity(
        viewer,
        { __typename: "Term", id },
        "{ id seats { nodes { id } } }",
      );
      const seat = await setting.entity(viewer, { __typename: "Seat", id: seatId }, "{ id }");
      return [terms.nodes.length === 2, term.data !== null, seat.data !== null];
    };
    const member = { ...setting.liaison(unit.id), committeeIds: [committee.id] };
    const all = [true, true, true];
    const none = [false, false, false];
    expect(await sees(committee.secretary)).toEqual(all);
    expect(await sees(setting.operator)).toEqual(all);
    expect(await sees(member)).toEqual(all);
    expect(await sees(setting.liaison(await setting.organization()))).toEqual(none);
    expect(await sees(setting.stranger)).toEqual(none);
    expect(await sees(ANONYMOUS)).toEqual(none);
    setting.setDay(STARTS);
    expect(await sees(ANONYMOUS)).toEqual(all);
  });

  it("are taken out without a trace in the list; the others cannot be ended by it", async () => {
    const { committee, ids } = await seated();
    await planned(committee);
    const copy = (await seatsAhead(committee)).find(
      ({ role }: { role: string }) => role === "PART_TIME",
    );
    const end = { input: { id: copy.id, reason: "另有任用" } };
    expect((await setting.call(setting.stranger, END_SEAT, end)).code).toBe("NOT_FOUND");
    const member = { ...setting.stranger, committeeIds: [committee.id] };
    expect((await setting.call(member, END_SEAT, end)).code).toBe("FORBIDDEN");
    expect((await setting.call(committee.secretary, END_SEAT, end)).code).toBeUndefined();
    expect((await setting.call(committee.secretary, END_SEAT, end)).code).toBe(
      "ILLEGAL_TRANSITION",
    );
    expect(await seatsAhead(committee)).toHaveLength(2);
    const { rows } = await setting.admin.query("select until from members.seat where id = $1", [
      ids["PART_TIME"],
    ]);
    expect(rows).toEqual([{ until: null }]);
  });

  it("follow those they repeat: whoever leaves the committee does not come back with the next term", async () => {
    const { committee, ids, unit } = await seated();
    await planned(committee);
    const end = { input: { id: ids["DEPUTY_SECRETARY"], reason: "调离" } };
    await setting.call(committee.secretary, END_SEAT, end);
    await setting.call(committee.secretary, LEAVE, {
      input: { id: unit.membershipId, reason: "迁出" },
    });
    expect((await seatsAhead(committee)).map(({ role }: { role: string }) => role)).toEqual([
      "SECRETARY",
    ]);
  });

  it("begin with the term and are of its term alone", async () => {
    const { committee } = await seated();
    const termId = await planned(committee, { carrySeats: false });
    const appoint = async (over: object) =>
      await setting.call(committee.secretary, APPOINT_SEAT, {
        input: { ...seatOf(committee, "MEMBER"), termId, ...over },
      });
    expect((await appoint({})).data.appointSeat.seat.since).toBe(STARTS);
    expect((await appoint({ since: TODAY })).code).toBe("BAD_USER_INPUT");
    expect((await appoint({ termId: randomUUID() })).code).toBe("NOT_FOUND");
    expect((await appoint({ termId: "x" })).code).toBe("NOT_FOUND");
    const other = await setting.committee();
    expect((await appoint({ committeeId: other.id, organizationId: other.base })).code).toBe(
      "FORBIDDEN",
    );
    expect((await appoint({ role: "MEMBER", replaces: true })).code).toBe("BAD_USER_INPUT");
  });
});
