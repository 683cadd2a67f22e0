import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type CommitteeSetting,
  type MembersSetting,
  STREET,
  TODAY,
  createMembersSetting,
} from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const REGISTER =
  "mutation ($input: RegisterWithCommunityInput!) { registerWithCommunity(input: $input) { registration { id community { code } } } }";
const ACCEPT =
  "mutation ($input: AcceptRegistrationInput!) { acceptRegistration(input: $input) { registration { id } } }";
const END =
  "mutation ($input: EndRegistrationInput!) { endRegistration(input: $input) { registration { id } } }";
const RECORD =
  "mutation ($input: RecordHeadcountInput!) { recordHeadcount(input: $input) { registration { headcount headcounts { on headcount } } } }";

interface Registered {
  readonly committee: CommitteeSetting;
  readonly unit: string;
  readonly id: string;
}

/** A registration that was submitted on 2026-02-01 with five members. */
async function registered(isAccepted = true): Promise<Registered> {
  const committee = await setting.committee();
  const unit = await setting.organization();
  const input = { organizationId: unit, communityCode: committee.communityCode, headcount: 5 };
  const { data } = await setting.call(setting.liaison(unit), REGISTER, { input });
  const { id } = data.registerWithCommunity.registration;
  if (isAccepted) await setting.call(committee.secretary, ACCEPT, { input: { id } });
  await setting.admin.query(
    `update members.registration set submitted_at = '2026-02-01T09:00:00+08:00',
       accepted_at = case when accepted_at is not null then '2026-02-03T09:00:00+08:00'::timestamptz end where id = $1`,
    [id],
  );
  return { committee, unit, id };
}

const record = async (viewer: Viewer, input: object) =>
  await setting.call(viewer, RECORD, { input });

/** How many members the report counts in the committee's community on a day. */
async function reported({ committee }: Registered, to: string): Promise<number> {
  const key = { __typename: "Report", regionCode: committee.communityCode, from: "2026-01-01", to };
  return (await setting.entity(ANONYMOUS, key, "{ registeredMembers }")).data.registeredMembers;
}

describe("recordHeadcount", () => {
  it("is for the unit, whoever runs the community's committee and operators, nobody else", async () => {
    const { committee, unit, id } = await registered();
    const attempt = async (viewer: Viewer) => (await record(viewer, { id, headcount: 6 })).code;
    expect(await attempt(ANONYMOUS)).toBe("UNAUTHENTICATED");
    const { secretary: neighbour } = await setting.committee();
    const another = setting.liaison(await setting.organization());
    for (const viewer of [setting.stranger, neighbour, another])
      expect(await attempt(viewer)).toBe("FORBIDDEN");
    for (const viewer of [setting.liaison(unit), committee.secretary, setting.operator])
      expect(await attempt(viewer)).toBeUndefined();
  });

  it("keeps what was reported before, by day; the latest day is current", async () => {
    const { unit, id } = await registered();
    const liaison = setting.liaison(unit);
    await record(liaison, { id, headcount: 9 });
    const { data } = await record(liaison, { id, headcount: 7, on: "2026-02-10" });
    expect(data.recordHeadcount.registration).toEqual({
      headcount: 9,
      headcounts: [
        { on: "2026-02-01", headcount: 5 },
        { on: "2026-02-10", headcount: 7 },
        { on: TODAY, headcount: 9 },
      ],
    });
  });

  it("counts in the report from its day on, and not before the registration was accepted", async () => {
    const registration = await registered();
    const liaison = setting.liaison(registration.unit);
    await record(liaison, { id: registration.id, headcount: 7, on: "2026-02-02" });
    await record(liaison, { id: registration.id, headcount: 3, on: "2026-02-20" });
    const days = ["2026-02-02", "2026-02-03", "2026-02-19", "2026-02-20", TODAY];
    const figures = [];
    for (const day of days) figures.push(await reported(registration, day));
    expect(figures).toEqual([0, 7, 7, 3, 3]);
    const reason = "单位迁出";
    await setting.call(liaison, END, { input: { id: registration.id, reason } });
    expect(await reported(registration, TODAY)).toBe(0);
    expect((await record(liaison, { id: registration.id, headcount: 4 })).code).toBe(
      "ILLEGAL_TRANSITION",
    );
  });

  it("of one day is corrected by a second one, and the audit log keeps the first", async () => {
    const { unit, id } = await registered(false);
    const liaison = setting.liaison(unit);
    await record(liaison, { id, headcount: 50, on: "2026-02-10" });
    const { data } = await record(liaison, { id, headcount: 5, on: "2026-02-10" });
    expect(data.recordHeadcount.registration.headcounts).toEqual([
      { on: "2026-02-01", headcount: 5 },
      { on: "2026-02-10", headcount: 5 },
    ]);
    const { rows } = await setting.admin.query(
      "select details from audit.entry where record_id = $1 and action = 'recordHeadcount' order by id desc limit 1",
      [id],
    );
    expect(JSON.stringify(rows[0].details.changes)).toContain("50");
  });

  it.each([
    ["a day before it registered", { on: "2026-01-31" }, "BAD_USER_INPUT"],
    ["a day ahead", { on: "2026-03-02" }, "BAD_USER_INPUT"],
    ["nobody", { headcount: 0 }, "BAD_USER_INPUT"],
    ["too many", { headcount: 1_000_001 }, "BAD_USER_INPUT"],
    ["a stale version", { version: 99 }, "CONFLICT"],
    ["an id that is none", { id: "x" }, "NOT_FOUND"],
  ])("refuses %s", async (_what, over, code) => {
    const { id } = await registered();
    expect((await record(setting.operator, { id, headcount: 6, ...over })).code).toBe(code);
  });

  it("has the headcount of each day that was reported last, in whatever order they come", async () => {
    const reports = fc.array(
      fc.record({
        on: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`),
        headcount: fc.integer({ min: 1, max: 1000 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(reports, async (all) => {
        const registration = await registered();
        const expected = new Map([["2026-02-01", 5]]);
        for (const { on, headcount } of all) {
          await record(setting.operator, { id: registration.id, on, headcount });
          expected.set(on, headcount);
        }
        const headcounts = [...expected]
          .map(([on, headcount]) => ({ on, headcount }))
          .toSorted((one, other) => (one.on < other.on ? -1 : 1));
        expect(await reported(registration, TODAY)).toBe(headcounts.at(-1)?.headcount);
        const { data } = await setting.call(
          ANONYMOUS,
          "query ($unit: ID!) { registrations(filter: { organizationId: $unit }) { nodes { headcounts { on headcount } } } }",
          { unit: registration.unit },
        );
        expect(data.registrations.nodes[0].headcounts).toEqual(headcounts);
      }),
      { numRuns: 12 },
    );
  });
});

describe("a unit registers with a street", () => {
  it("and the street's committee answers, which that of a community does not", async () => {
    const unit = await setting.organization();
    const input = { organizationId: unit, communityCode: STREET, headcount: 5 };
    const { data } = await setting.call(setting.liaison(unit), REGISTER, { input });
    const { id, community } = data.registerWithCommunity.registration;
    expect(community).toEqual({ code: STREET });
    const base = await setting.organization();
    const street = await setting.admin.query(
      `insert into organizations.committee (id, created_at, updated_at, name, level, organization_id, ancestor_ids, established_on, region_code, region_path, alliance_code)
       values (gen_random_uuid(), now(), now(), '大工委', 'STREET', $1, '{}', '2022-01-01', $2, array[null, null, '445202', $2, null, null], '445202') returning id`,
      [base, STREET],
    );
    const { secretary: ofCommunity } = await setting.committee();
    const accept = async (viewer: Viewer) =>
      (await setting.call(viewer, ACCEPT, { input: { id } })).code;
    expect(await accept(ofCommunity)).toBe("NOT_FOUND");
    const secretary = { ...ofCommunity, runsCommitteeIds: [street.rows[0].id] };
    expect(await accept(secretary)).toBeUndefined();
  });
});
