import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  END_SEAT,
  type MembersSetting,
  START_TERM,
  TODAY,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

let people = 0;
/** Somebody new with a seat of the committee's own organisation; the sign-in. */
async function seated(
  committee: CommitteeSetting,
  role: string,
  over: object = {},
): Promise<{ subject: string; seatId: string }> {
  const subject = `person ${(people += 1)}`;
  const seat = { committeeId: committee.id, organizationId: committee.base, role, subject };
  const { data, message } = await setting.call(setting.operator, APPOINT_SEAT, {
    input: { ...seat, holderName: "委员 001", ...over },
  });
  if (message !== undefined) throw new Error(message);
  return { subject, seatId: data.appointSeat.seat.id };
}

const startTerm = (committee: CommitteeSetting, startsOn: string, over: object = {}) =>
  setting.call(setting.operator, START_TERM, {
    input: { committeeId: committee.id, number: 2, startsOn, endsOn: "2031-12-31", ...over },
  });

describe("a secretary", () => {
  it("acts for the organisation that the committee stands on; nobody else with a seat does", async () => {
    const committee = await setting.committee();
    const { subject } = await seated(committee, "SECRETARY");
    const standing = await setting.standing(subject);
    expect(standing).toMatchObject({
      organizationId: committee.base,
      organizationIds: [committee.base],
      roles: [{ role: "SECRETARY", committeeId: committee.id }],
    });
    for (const role of ["DEPUTY_SECRETARY", "MEMBER", "PART_TIME"]) {
      const other = await seated(committee, role);
      expect((await setting.standing(other.subject)).organizationIds).toEqual([]);
    }
  });

  it("does not act for the unit that sent the person, nor for organisations of committees below", async () => {
    const [above, below] = [await setting.committee(), await setting.committee()];
    await setting.admin.query(
      "update organizations.committee set parent_id = $2, ancestor_ids = array[$2]::uuid[] where id = $1",
      [below.id, above.id],
    );
    const unit = await memberUnit(setting, above);
    const { subject } = await seated(above, "SECRETARY", { organizationId: unit.id });
    const standing = await setting.standing(subject);
    expect(standing.organizationIds).toEqual([above.base]);
    expect(standing.runsCommitteeIds.toSorted()).toEqual([above.id, below.id].toSorted());
  });

  it("of several committees acts for each of their organisations; own liaisons come first", async () => {
    const committees = [await setting.committee(), await setting.committee()];
    const subject = "of several";
    for (const committee of committees) await seated(committee, "SECRETARY", { subject });
    const own = await setting.organization();
    await setting.call(
      setting.operator,
      "mutation ($input: NameLiaisonInput!) { nameLiaison(input: $input) { liaison { id } } }",
      { input: { organizationId: own, subject, name: "联络员 001" } },
    );
    const standing = await setting.standing(subject);
    expect(standing.organizationId).toBe(own);
    expect(standing.organizationIds.slice(1)).toEqual(
      committees.map(({ base }) => base).toSorted(),
    );
    expect(standing.organizationIds[0]).toBe(own);
  });

  it("no longer does when the seat has ended", async () => {
    const committee = await setting.committee();
    const { subject, seatId } = await seated(committee, "SECRETARY");
    await setting.call(setting.operator, END_SEAT, { input: { id: seatId, reason: "调离" } });
    expect(await setting.standing(subject)).toMatchObject({ organizationIds: [], roles: [] });
  });
});

describe("a seat", () => {
  it("counts to the last day of its term, and not on the next", async () => {
    const committee = await setting.committee();
    const { subject } = await seated(committee, "SECRETARY");
    for (const [day, roles] of [
      [TODAY, 1],
      ["2026-12-31", 1],
      ["2027-01-01", 0],
    ] as const) {
      const standing = await setting.standing(subject, day);
      expect({ day, roles: standing.roles.length }).toEqual({ day, roles });
      expect(standing.runsCommitteeIds).toEqual(roles === 1 ? [committee.id] : []);
    }
  });

  it("counts until the eve of a next term that starts later, and from its first day where it is carried over", async () => {
    for (const carrySeats of [true, false]) {
      const committee = await setting.committee();
      const { subject } = await seated(committee, "MEMBER");
      expect((await startTerm(committee, "2026-03-11", { carrySeats })).code).toBeUndefined();
      for (const [day, counts] of [
        [TODAY, true],
        ["2026-03-10", true],
        ["2026-03-11", carrySeats],
        ["2031-12-31", carrySeats],
        ["2032-01-01", false],
      ] as const) {
        const { seatCommitteeIds } = await setting.standing(subject, day);
        expect([day, seatCommitteeIds]).toEqual([day, counts ? [committee.id] : []]);
      }
    }
  });

  it("of a next term counts for nothing before its first day", async () => {
    const committee = await setting.committee();
    const before = await seated(committee, "SECRETARY");
    await startTerm(committee, "2026-03-11", { carrySeats: false });
    const { data } = await setting.entity(
      setting.operator,
      { __typename: "Committee", id: committee.id },
      "{ terms(states: [PLANNED]) { nodes { id } } }",
    );
    const termId = data.terms.nodes[0].id;
    const after = await seated(committee, "SECRETARY", { termId });
    const runs = async (subject: string, day: string) =>
      (await setting.standing(subject, day)).runsCommitteeIds.length === 1;
    expect(await runs(before.subject, "2026-03-10")).toBe(true);
    expect(await runs(after.subject, "2026-03-10")).toBe(false);
    expect(await runs(before.subject, "2026-03-11")).toBe(false);
    expect(await runs(after.subject, "2026-03-11")).toBe(true);
  });

  it("that runs out with its term can be ended before; it counts for nothing from that moment", async () => {
    const committee = await setting.committee();
    const { subject, seatId } = await seated(committee, "MEMBER");
    await startTerm(committee, "2026-03-11");
    const end = { input: { id: seatId, reason: "调离" } };
    expect((await setting.call(committee.secretary, END_SEAT, end)).code).toBeUndefined();
    expect((await setting.standing(subject)).roles).toEqual([]);
    expect((await setting.call(committee.secretary, END_SEAT, end)).code).toBe(
      "ILLEGAL_TRANSITION",
    );
  });

  it("is of one term on each day, whatever the days of the terms", async () => {
    const days = fc.integer({ min: -20, max: 31 });
    await fc.assert(
      fc.asyncProperty(days, fc.boolean(), async (offset, carrySeats) => {
        const committee = await setting.committee();
        const { subject } = await seated(committee, "PART_TIME");
        const dayAt = (at: number) =>
          new Date(Date.parse(TODAY) + at * 86_400_000).toISOString().slice(0, 10);
        await startTerm(committee, dayAt(offset), { carrySeats });
        for (const at of [offset - 1, offset, offset + 1, 0]) {
          const isNext = at >= offset;
          const { roles } = await setting.standing(subject, dayAt(at));
          // Of a term that was entered as having ended, the seats ended then: days gone by are not asked for.
          if (at >= 0) expect([at, roles.length]).toEqual([at, isNext && !carrySeats ? 0 : 1]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("Committee", () => {
  const shown = async (committee: CommitteeSetting) =>
    (
      await setting.entity(
        setting.operator,
        { __typename: "Committee", id: committee.id },
        "{ currentTerm { number state } terms { nodes { number state } } seats { nodes { term { number } } } }",
      )
    ).data;

  it("shows the term and the seats of today until the next one's first day", async () => {
    const committee = await setting.committee();
    await seated(committee, "SECRETARY");
    await startTerm(committee, "2026-03-11");
    expect(await shown(committee)).toEqual({
      currentTerm: { number: 1, state: "CURRENT" },
      terms: {
        nodes: [
          { number: 2, state: "PLANNED" },
          { number: 1, state: "CURRENT" },
        ],
      },
      seats: { nodes: [{ term: { number: 1 } }] },
    });
  });

  it("has no current term, and no seats held, once the last day is over", async () => {
    const committee = await setting.committee();
    await seated(committee, "SECRETARY");
    await setting.admin.query(
      "update members.term set ends_on = '2026-02-28' where committee_id = $1",
      [committee.id],
    );
    expect(await shown(committee)).toEqual({
      currentTerm: null,
      terms: { nodes: [{ number: 1, state: "PAST" }] },
      seats: { nodes: [] },
    });
    const seat = { committeeId: committee.id, organizationId: committee.base, role: "MEMBER" };
    const late = await setting.call(setting.operator, APPOINT_SEAT, {
      input: { ...seat, holderName: "委员 002" },
    });
    expect(late.code).toBe("CONFLICT");
    expect(late.message).toContain("2026-02-28");
  });
});
