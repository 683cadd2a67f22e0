import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer, viewerWithin } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { ApplicationState } from "../nouns/application/application.entity.ts";
import { can } from "../nouns/application/application.policy.ts";
import {
  type CommitteeSetting,
  DISTRICT,
  JOIN,
  type MembersSetting,
  TODAY,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";
import { paths, viewers } from "./viewers.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const PARTS = "application { id state message settledAt returnReason membership { id joinedOn } }";
const APPLY = `mutation ($input: ApplyToCommitteeInput!) { applyToCommittee(input: $input) { ${PARTS} } }`;
const ACCEPT = `mutation ($input: AcceptApplicationInput!) { acceptApplication(input: $input) { ${PARTS} } }`;
const RETURN = `mutation ($input: ReturnApplicationInput!) { returnApplication(input: $input) { ${PARTS} } }`;
const WITHDRAW = `mutation ($input: WithdrawApplicationInput!) { withdrawApplication(input: $input) { ${PARTS} } }`;

interface Applied {
  readonly committee: CommitteeSetting;
  readonly unit: string;
  readonly id: string;
}

async function applied(): Promise<Applied> {
  const committee = await setting.committee();
  const unit = await setting.organization();
  const { data } = await apply(setting.liaison(unit), { committee, unit });
  return { committee, unit, id: data.applyToCommittee.application.id };
}

const apply = async (
  viewer: Viewer,
  { committee, unit }: { readonly committee: CommitteeSetting; readonly unit: string },
  over: object = {},
) =>
  await setting.call(viewer, APPLY, {
    input: { committeeId: committee.id, organizationId: unit, ...over },
  });

const members = async ({ id }: CommitteeSetting): Promise<unknown[]> => {
  const key = { __typename: "Committee", id };
  const selection = "{ memberUnits { nodes { organization { id } joinedOn } } }";
  return (await setting.entity(ANONYMOUS, key, selection)).data.memberUnits.nodes;
};

describe("applyToCommittee", () => {
  it("is for the unit's liaison, nobody else, and once at a time", async () => {
    const committee = await setting.committee();
    const unit = await setting.organization();
    const attempt = async (viewer: Viewer) => (await apply(viewer, { committee, unit })).code;
    expect(await attempt(ANONYMOUS)).toBe("UNAUTHENTICATED");
    for (const viewer of [committee.secretary, setting.operator, setting.stranger])
      expect(await attempt(viewer)).toBe("FORBIDDEN");
    expect(await attempt(setting.liaison(unit))).toBeUndefined();
    expect(await attempt(setting.liaison(unit))).toBe("CONFLICT");
  });

  it("is not for a member", async () => {
    const committee = await setting.committee();
    const { id: unit } = await memberUnit(setting, committee);
    const { code, message } = await apply(setting.liaison(unit), { committee, unit });
    expect(code).toBe("CONFLICT");
    expect(message).toContain("already a member");
  });

  it("stays within the alliance", async () => {
    const committee = await setting.committee();
    const unit = await setting.organization();
    await setting.admin.query(
      "update organizations.organization set alliance_code = '530381' where id = $1",
      [unit],
    );
    expect((await apply(setting.liaison(unit), { committee, unit })).code).toBe("BAD_USER_INPUT");
  });

  it.each([
    ["an unknown committee", { committeeId: randomUUID() }, "NOT_FOUND"],
    ["a committee that is none", { committeeId: "x" }, "NOT_FOUND"],
    ["an unknown unit", { organizationId: randomUUID() }, "NOT_FOUND"],
    ["a message that is too long", { message: "因".repeat(501) }, "BAD_USER_INPUT"],
    ["a mobile number", { message: "请致电 13800138000" }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const committee = await setting.committee();
    const unit = await setting.organization();
    expect((await apply(setting.liaison(unit), { committee, unit }, over)).code).toBe(code);
  });
});

describe("the committee's answer", () => {
  it("is for whoever runs it and for operators; others are refused or told nothing", async () => {
    const { committee, unit, id } = await applied();
    const { secretary: neighbour } = await setting.committee();
    for (const [document, over] of [
      [ACCEPT, {}],
      [RETURN, { reason: "名额已满" }],
    ] as const) {
      const answer = async (viewer: Viewer, more: object = {}) =>
        (await setting.call(viewer, document, { input: { id, ...over, ...more } })).code;
      expect(await answer(ANONYMOUS)).toBe("UNAUTHENTICATED");
      for (const viewer of [setting.stranger, neighbour])
        expect(await answer(viewer)).toBe("NOT_FOUND");
      expect(await answer(setting.liaison(unit))).toBe("FORBIDDEN");
      expect(await answer(committee.secretary, { version: 3 })).toBe("CONFLICT");
      expect(await answer(committee.secretary, { id: "x" })).toBe("NOT_FOUND");
    }
  });

  it("may be to take the unit in, which is a member from then on", async () => {
    const { committee, unit, id } = await applied();
    const { data } = await setting.call(committee.secretary, ACCEPT, { input: { id } });
    const { application } = data.acceptApplication;
    expect(application).toMatchObject({ state: "ACCEPTED", membership: { joinedOn: TODAY } });
    expect(application.settledAt).not.toBeNull();
    expect(await members(committee)).toEqual([{ organization: { id: unit }, joinedOn: TODAY }]);
    const { rows } = await setting.admin.query(
      "select noun, action from audit.entry where record_id = any ($1) and action <> 'applyToCommittee' order by noun",
      [[id, application.membership.id]],
    );
    expect(rows).toEqual([
      { noun: "Application", action: "acceptApplication" },
      { noun: "Membership", action: "joinCommittee" },
    ]);
    expect((await setting.call(setting.operator, ACCEPT, { input: { id } })).code).toBe(
      "ILLEGAL_TRANSITION",
    );
  });

  it("keeps the membership of a unit that was taken in meanwhile", async () => {
    const { committee, unit, id } = await applied();
    const join = { committeeId: committee.id, organizationId: unit, joinedOn: "2026-02-01" };
    await setting.call(committee.secretary, JOIN, { input: join });
    expect(
      (await setting.call(committee.secretary, ACCEPT, { input: { id } })).code,
    ).toBeUndefined();
    expect(await members(committee)).toEqual([
      { organization: { id: unit }, joinedOn: "2026-02-01" },
    ]);
  });

  it("may be to send it back, with a reason; the unit applies anew", async () => {
    const { committee, unit, id } = await applied();
    const back = async (reason: string) =>
      await setting.call(committee.secretary, RETURN, { input: { id, reason } });
    expect((await back("")).code).toBe("BAD_USER_INPUT");
    expect((await back("名额已满")).data.returnApplication.application).toMatchObject({
      state: "RETURNED",
      returnReason: "名额已满",
      membership: null,
    });
    expect(await members(committee)).toEqual([]);
    expect((await apply(setting.liaison(unit), { committee, unit })).code).toBeUndefined();
  });

  it("refuses a day of joining that is far ahead", async () => {
    const { committee, id } = await applied();
    const input = { id, joinedOn: "2026-03-03" };
    expect((await setting.call(committee.secretary, ACCEPT, { input })).code).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("is one, however many are given at the same moment", async () => {
    const { committee, unit, id } = await applied();
    const liaison = setting.liaison(unit);
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () =>
        setting.call(committee.secretary, ACCEPT, { input: { id } }),
      ),
      ...Array.from({ length: 3 }, () =>
        setting.call(committee.secretary, RETURN, { input: { id, reason: "名额已满" } }),
      ),
      ...Array.from({ length: 3 }, () => setting.call(liaison, WITHDRAW, { input: { id } })),
    ]);
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "ILLEGAL_TRANSITION")).toHaveLength(8);
  });
});

describe("withdrawApplication", () => {
  it("is for the unit's liaison, nobody else", async () => {
    const { committee, unit, id } = await applied();
    const withdraw = async (viewer: Viewer) =>
      await setting.call(viewer, WITHDRAW, { input: { id } });
    expect((await withdraw(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await withdraw(setting.stranger)).code).toBe("NOT_FOUND");
    for (const viewer of [committee.secretary, setting.operator])
      expect((await withdraw(viewer)).code).toBe("FORBIDDEN");
    const { data } = await withdraw(setting.liaison(unit));
    expect(data.withdrawApplication.application.state).toBe("WITHDRAWN");
    expect((await apply(setting.liaison(unit), { committee, unit })).code).toBeUndefined();
  });
});

describe("the lists of applications", () => {
  it("give exactly what the rule allows, in each state", async () => {
    const committees = [await setting.committee(), await setting.committee()];
    const pools = {
      organizationIds: [await setting.organization(), await setting.organization()],
      committeeIds: committees.map(({ id }) => id),
      regionCodes: [DISTRICT, "530381", ...committees.map(({ communityCode }) => communityCode)],
      allianceCodes: [DISTRICT, "530381"],
      subjects: ["s1", "s2"],
    };
    const { rows: memberships } = await setting.admin.query<{ id: string }>(
      `insert into members.membership (id, created_at, updated_at, committee_id, organization_id, joined_on, region_code, region_path, alliance_code)
       values (gen_random_uuid(), now(), now(), gen_random_uuid(), gen_random_uuid(), '2026-01-01', '', array[null, null, 'x', null, null, null], '') returning id`,
    );
    const drawn = fc.sample(
      fc.record({
        committeeId: fc.constantFrom(...pools.committeeIds),
        organizationId: fc.constantFrom(...pools.organizationIds),
        regionPath: paths(pools),
        state: fc.constantFrom(...Object.values(ApplicationState)),
      }),
      40,
    );
    await setting.admin.query("delete from members.application");
    const open = new Set<string>();
    const stored: ({ id: string } & (typeof drawn)[number])[] = [];
    for (const record of drawn) {
      const pair = record.committeeId + record.organizationId;
      if (record.state === "SUBMITTED" && open.has(pair)) continue;
      if (record.state === "SUBMITTED") open.add(pair);
      const id = randomUUID();
      stored.push({ id, ...record });
      await setting.admin.query(
        `insert into members.application (id, created_at, updated_at, committee_id, organization_id, state, settled_at, return_reason, membership_id, region_code, region_path, alliance_code)
         values ($1, now(), now(), $2, $3, $4, case when $4 <> 'SUBMITTED' then now() end, case when $4 = 'RETURNED' then '-' end, case when $4 = 'ACCEPTED' then $6::uuid end, '', $5, '')`,
        [
          id,
          record.committeeId,
          record.organizationId,
          record.state,
          record.regionPath,
          memberships[0]?.id,
        ],
      );
    }
    const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id).toSorted();
    for (const viewer of fc.sample(viewers(pools), 80)) {
      const within = viewerWithin(viewer, "members");
      const readable = stored.filter((record) => can(within, "read", record));
      const expected = (of: (record: (typeof stored)[number]) => boolean) =>
        readable
          .filter(of)
          .map(({ id }) => id)
          .toSorted();
      const all = await setting.call(viewer, "{ applications(first: 100) { nodes { id } } }");
      expect(idsOf(all.data.applications)).toEqual(expected(() => true));
      for (const [type, field, ids] of [
        ["Committee", "committeeId", pools.committeeIds],
        ["Organization", "organizationId", pools.organizationIds],
      ] as const) {
        for (const id of ids) {
          const lists =
            "{ all: applications(first: 100) { nodes { id } } open: applications(states: [SUBMITTED], first: 100) { nodes { id } } }";
          const { data } = await setting.entity(viewer, { __typename: type, id }, lists);
          expect(idsOf(data.all)).toEqual(expected((record) => record[field] === id));
          expect(idsOf(data.open)).toEqual(
            expected((record) => record[field] === id && record.state === "SUBMITTED"),
          );
        }
      }
    }
  });
});
