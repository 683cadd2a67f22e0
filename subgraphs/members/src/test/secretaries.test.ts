import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  DISCARD_PLANNED_TERM,
  END_SEAT,
  LEAVE,
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

const dayAt = (days: number): string =>
  new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);

let people = 0;
/** A committee with a secretary. */
async function led() {
  const committee = await setting.committee();
  const first = await appoint(committee, setting.operator, { since: "2022-01-01" });
  return { committee, first: first.data.appointSeat.seat.id as string };
}

async function appoint(committee: CommitteeSetting, viewer: Viewer, over: object = {}) {
  const { id: committeeId, base: organizationId } = committee;
  const input = { committeeId, organizationId, role: "SECRETARY", holderName: "委员 001" };
  const subject = `person ${(people += 1)}`;
  return await setting.call(viewer, APPOINT_SEAT, { input: { ...input, subject, ...over } });
}

/** Who has a secretary's seat that is valid on a day. */
async function secretariesOn(committee: CommitteeSetting, day: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{ subject: string }>(
    `select subject from directory.seat
     where committee_id = $1 and role = 'SECRETARY' and first_day <= $2 and last_day >= $2`,
    [committee.id, day],
  );
  return rows.map(({ subject }) => subject);
}

async function plan(committee: CommitteeSetting, over: object = {}): Promise<string> {
  const days = { startsOn: dayAt(40), endsOn: "2031-12-31" };
  const { data } = await setting.call(committee.secretary, PLAN_TERM, {
    input: { committeeId: committee.id, number: 2, ...days, ...over },
  });
  return data.planTerm.term.id;
}

describe("a secretary's seat", () => {
  const end = (viewer: Viewer, id: string) =>
    setting.call(viewer, END_SEAT, { input: { id, reason: "调离" } });

  it("is not left empty by the secretary; an operator and whoever runs the committee above may", async () => {
    const { committee, first } = await led();
    const refused = await end(committee.secretary, first);
    expect(refused.code).toBe("ILLEGAL_TRANSITION");
    expect(refused.message).toContain('"replaces": true');
    const above = await setting.committee();
    await setting.admin.query(
      "update organizations.committee set parent_id = $2, ancestor_ids = array[$2]::uuid[] where id = $1",
      [committee.id, above.id],
    );
    const runsBoth = [above.id, committee.id];
    const secretaryAbove = { ...above.secretary, runsCommitteeIds: runsBoth };
    expect((await end(secretaryAbove, first)).code).toBeUndefined();
    expect(await secretariesOn(committee, TODAY)).toEqual([]);
    const { data } = await appoint(committee, setting.operator);
    expect((await end(setting.operator, data.appointSeat.seat.id)).code).toBeUndefined();
  });

  it("passes on in one step, today or tomorrow", async () => {
    for (const [since, today] of [
      [TODAY, 1],
      [dayAt(1), 0],
    ] as const) {
      const { committee, first } = await led();
      expect((await appoint(committee, committee.secretary, { since })).code).toBe("CONFLICT");
      const next = `next of ${first}`;
      const replaces = { replaces: true, since, subject: next };
      expect((await appoint(committee, committee.secretary, replaces)).code).toBeUndefined();
      expect(await secretariesOn(committee, dayAt(1))).toEqual([next]);
      expect((await secretariesOn(committee, TODAY)).filter((one) => one === next)).toHaveLength(
        today,
      );
      expect(await secretariesOn(committee, TODAY)).toHaveLength(1);
    }
  });

  it("is not managed by the secretary's deputy", async () => {
    const { committee, first } = await led();
    const deputy = { ...committee.secretary, deputyCommitteeIds: [committee.id] };
    expect((await appoint(committee, deputy, { replaces: true })).code).toBe("FORBIDDEN");
    expect((await end(deputy, first)).code).toBe("FORBIDDEN");
    expect((await appoint(committee, deputy, { role: "MEMBER" })).code).toBeUndefined();
  });

  it("keeps the unit that sent the secretary from leaving before there is another", async () => {
    const { committee } = await led();
    const unit = await memberUnit(setting, committee);
    const from = { organizationId: unit.id, replaces: true };
    await appoint(committee, committee.secretary, from);
    const leave = (over: object = {}) =>
      setting.call(setting.liaison(unit.id), LEAVE, {
        input: { id: unit.membershipId, reason: "迁出", ...over },
      });
    for (const over of [{}, { leavesOn: dayAt(20) }])
      expect((await leave(over)).code).toBe("ILLEGAL_TRANSITION");
    await appoint(committee, committee.secretary, { replaces: true });
    expect((await leave()).code).toBeUndefined();
  });

  it("of a planned term is the sitting one's until somebody is appointed there, and again without that one", async () => {
    const { committee, first } = await led();
    const sitting = await secretariesOn(committee, TODAY);
    const termId = await plan(committee, { carrySeats: false });
    const ahead = () => secretariesOn(committee, dayAt(40));
    expect(await ahead()).toEqual(sitting);
    const chosen = await appoint(committee, committee.secretary, { termId, subject: "chosen" });
    expect(await ahead()).toEqual(["chosen"]);
    // Whoever becomes secretary now does not change that.
    await appoint(committee, committee.secretary, { replaces: true, subject: "for a while" });
    expect(await ahead()).toEqual(["chosen"]);
    const { id } = chosen.data.appointSeat.seat;
    expect((await end(committee.secretary, id)).code).toBeUndefined();
    expect(await ahead()).toEqual(["for a while"]);
    const copy = await setting.admin.query<{ id: string }>(
      "select id from members.seat where term_id = $1 and until is null",
      [termId],
    );
    expect((await end(setting.operator, copy.rows[0]?.id ?? "")).code).toBe("ILLEGAL_TRANSITION");
    expect(first).not.toBe(id);
  });

  it("of a planned term follows the sitting secretary: whoever was replaced does not come back with it", async () => {
    const { committee } = await led();
    await plan(committee);
    await appoint(committee, committee.secretary, { replaces: true, subject: "successor" });
    expect(await secretariesOn(committee, dayAt(40))).toEqual(["successor"]);
  });
});

describe("whatever a secretary does", () => {
  type Step = (at: {
    committee: CommitteeSetting;
    unit: { membershipId: string; id: string };
    pick: (ids: readonly string[]) => string;
    today: number;
    days: number;
  }) => Promise<unknown>;

  /** Ids of the committee's records, whichever state they are in. */
  const idsOf = async (table: "seat" | "term", committeeId: string): Promise<string[]> => {
    const { rows } = await setting.admin.query<{ id: string }>(
      `select id from members.${table} where committee_id = $1 order by id`,
      [committeeId],
    );
    return rows.map(({ id }) => id);
  };
  const termOver = (today: number, days: number) => ({
    startsOn: dayAt(today + days),
    endsOn: dayAt(today + days + 300),
  });
  const STEPS: Readonly<Record<string, Step>> = {
    plan: async ({ committee, today, days }) => {
      const input = {
        committeeId: committee.id,
        number: 10 + today + days,
        carrySeats: days % 2 > 0,
      };
      await setting.call(committee.secretary, PLAN_TERM, {
        input: { ...input, ...termOver(today, days) },
      });
    },
    start: async ({ committee, today, days }) => {
      const input = {
        committeeId: committee.id,
        number: 10 + today + days,
        carrySeats: days % 2 > 0,
      };
      await setting.call(committee.secretary, START_TERM, {
        input: { ...input, ...termOver(today, days - 10) },
      });
    },
    move: async ({ committee, pick, today, days }) => {
      const id = pick(await idsOf("term", committee.id));
      const input = { id, startsOn: dayAt(today + days), endsOn: dayAt(today + days + 300) };
      await setting.call(committee.secretary, UPDATE_PLANNED_TERM, { input });
    },
    discard: async ({ committee, pick }) => {
      const id = pick(await idsOf("term", committee.id));
      await setting.call(committee.secretary, DISCARD_PLANNED_TERM, { input: { id } });
    },
    endSeat: async ({ committee, pick }) => {
      const id = pick(await idsOf("seat", committee.id));
      await setting.call(committee.secretary, END_SEAT, { input: { id, reason: "调离" } });
    },
    appoint: async ({ committee, pick, unit, today, days }) => {
      const termId = days % 3 === 0 ? null : pick(await idsOf("term", committee.id));
      await appoint(committee, committee.secretary, {
        organizationId: days % 4 === 0 ? unit.id : committee.base,
        ...(termId === null ? { since: dayAt(today + (days % 2)) } : { termId }),
        replaces: days % 5 > 0,
      });
    },
    leave: async ({ committee, unit }) => {
      await setting.call(committee.secretary, LEAVE, {
        input: { id: unit.membershipId, reason: "迁出" },
      });
    },
  };

  it("somebody has a secretary's seat on each day of a term, from today on", async () => {
    const step = fc.record({
      name: fc.constantFrom(...Object.keys(STEPS)),
      which: fc.nat({ max: 20 }),
      days: fc.integer({ min: 1, max: 40 }),
      passed: fc.constantFrom(0, 0, 1, 1, 7, 30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        setting.setDay(TODAY);
        const { committee } = await led();
        const unit = await memberUnit(setting, committee);
        let today = 0;
        for (const { name, which, days, passed } of steps) {
          today += passed;
          setting.setDay(dayAt(today));
          const pick = (ids: readonly string[]): string => ids[which % ids.length] ?? "";
          await STEPS[name]?.({ committee, unit, pick, today, days });
          expect({ after: name, empty: await emptyDays(committee, dayAt(today)) }).toEqual({
            after: name,
            empty: [],
          });
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  /** Days from one on that are in a term, and on which no secretary's seat, or more than one, is valid. */
  async function emptyDays(committee: CommitteeSetting, from: string): Promise<string[]> {
    const { rows } = await setting.admin.query<{ day: string }>(
      `select day::date::text as day from members.term, generate_series(greatest(starts_on, $2), ends_on, '1 day') as day
       where committee_id = $1 and 1 <> (select count(*) from directory.seat
         where seat.committee_id = $1 and role = 'SECRETARY' and day between first_day and last_day)`,
      [committee.id, from],
    );
    return rows.map(({ day }) => day);
  }
});
