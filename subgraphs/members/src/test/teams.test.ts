import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type MembersSetting, STREET, TODAY, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const FORM =
  "mutation ($input: FormTeamInput!) { formTeam(input: $input) { team { id version name specialities formedOn organization { id } committee { id } } } }";
const UPDATE =
  "mutation ($input: UpdateTeamInput!) { updateTeam(input: $input) { team { version name headcount specialities } } }";
const team = { name: "服务队", kind: "VOLUNTEER", headcount: 12 };

describe("formTeam", () => {
  it("of a unit is for its liaison and operators", async () => {
    const organizationId = await setting.organization();
    const form = (viewer: Viewer) =>
      setting.call(viewer, FORM, {
        input: { ...team, organizationId, specialities: ["法律", "法律 ", "医疗"] },
      });
    const { data } = await form(setting.liaison(organizationId));
    expect(data.formTeam.team).toMatchObject({
      specialities: ["法律", "医疗"],
      formedOn: TODAY,
      organization: { id: organizationId },
      committee: null,
    });
    expect((await form(setting.operator)).code).toBeUndefined();
    expect((await form(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await form(setting.stranger)).code).toBe("FORBIDDEN");
    expect((await form((await setting.committee()).secretary)).code).toBe("FORBIDDEN");
  });

  it("of a committee is for whoever runs it and operators", async () => {
    const committee = await setting.committee();
    const form = (viewer: Viewer) =>
      setting.call(viewer, FORM, { input: { ...team, committeeId: committee.id } });
    const { data } = await form(committee.secretary);
    expect(data.formTeam.team).toMatchObject({
      organization: null,
      committee: { id: committee.id },
    });
    expect((await form(setting.operator)).code).toBeUndefined();
    expect((await form(setting.liaison(committee.base))).code).toBe("FORBIDDEN");
  });

  it.each([
    ["no owner", {}, "BAD_USER_INPUT"],
    ["an unknown unit", { organizationId: randomUUID() }, "NOT_FOUND"],
    ["a committee id that is none", { committeeId: "x" }, "NOT_FOUND"],
  ])("refuses %s", async (_what, over, code) => {
    expect((await setting.call(setting.operator, FORM, { input: { ...team, ...over } })).code).toBe(
      code,
    );
  });

  it.each([
    ["two owners", { committeeId: randomUUID() }],
    ["nobody", { headcount: 0 }],
    ["too many", { headcount: 1_000_001 }],
    ["no name", { name: "" }],
    ["a name too long", { name: "队".repeat(10_000) }],
    ["too many specialities", { specialities: Array.from({ length: 13 }, (_, at) => String(at)) }],
    ["an empty speciality", { specialities: [""] }],
    ["a day to come", { formedOn: "2026-03-03" }],
  ])("refuses %s", async (_what, over) => {
    const organizationId = await setting.organization();
    expect(
      (await setting.call(setting.operator, FORM, { input: { ...team, organizationId, ...over } }))
        .code,
    ).toBe("BAD_USER_INPUT");
  });
});

describe("updateTeam", () => {
  it("is for who keeps the team, and changes what is given", async () => {
    const organizationId = await setting.organization();
    const liaison = setting.liaison(organizationId);
    const { data } = await setting.call(liaison, FORM, {
      input: { ...team, organizationId, specialities: ["法律"] },
    });
    const update = (viewer: Viewer, over: object = {}) =>
      setting.call(viewer, UPDATE, {
        input: { id: data.formTeam.team.id, headcount: 20, ...over },
      });
    expect((await update(liaison, { version: 1 })).data.updateTeam.team).toEqual({
      version: 2,
      name: "服务队",
      headcount: 20,
      specialities: ["法律"],
    });
    expect((await update(liaison, { version: 1 })).code).toBe("CONFLICT");
    const corrected = { kind: "WORKING_GROUP", formedOn: "2025-01-01" };
    expect((await update(liaison, corrected)).code).toBeUndefined();
    const { rows } = await setting.admin.query(
      "select kind, formed_on::text as day from members.team where id = $1",
      [data.formTeam.team.id],
    );
    expect(rows).toEqual([{ kind: "WORKING_GROUP", day: "2025-01-01" }]);
    expect((await update(liaison, { formedOn: "2026-04-01" })).code).toBe("BAD_USER_INPUT");
    expect((await update(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await update(setting.stranger)).code).toBe("FORBIDDEN");
    expect((await update(liaison, { id: "x" })).code).toBe("NOT_FOUND");
  });
});

describe("teams", () => {
  it("are found by place, kind, unit and committee", async () => {
    const committee = await setting.committee();
    const organizationId = await setting.organization();
    await setting.call(setting.operator, FORM, { input: { ...team, committeeId: committee.id } });
    await setting.call(setting.operator, FORM, {
      input: { ...team, kind: "WORKING_GROUP", committeeId: committee.id },
    });
    await setting.call(setting.operator, FORM, { input: { ...team, organizationId } });
    const count = async (filter: object) =>
      (
        await setting.call(
          ANONYMOUS,
          "query ($filter: TeamFilter) { teams(filter: $filter) { totalCount } }",
          { filter },
        )
      ).data.teams.totalCount;
    expect(await count({ regionCode: committee.communityCode })).toBe(2);
    expect(await count({ regionCode: committee.communityCode, kinds: ["WORKING_GROUP"] })).toBe(1);
    expect(await count({ regionCode: committee.communityCode, kinds: [] })).toBe(0);
    expect(await count({ committeeId: committee.id })).toBe(2);
    expect(await count({ organizationId, regionCode: STREET })).toBe(1);
    expect(await count({ organizationId: randomUUID() })).toBe(0);
    expect(await count({ regionCode: "999" })).toBe(0);
  });

  it("are read with their unit and their committee, by their ids backwards", async () => {
    const committee = await setting.committee();
    const form = async (name: string): Promise<string> => {
      const { data } = await setting.call(setting.operator, FORM, {
        input: { ...team, name, committeeId: committee.id },
      });
      return String(data.formTeam.team.id);
    };
    // Ids begin with the time; of two of one moment, as here, either may come first.
    const ids = [await form("一队"), await form("二队")];
    const { data } = await setting.call(
      ANONYMOUS,
      "query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Committee { teams { totalCount nodes { id } } } } }",
      { keys: [{ __typename: "Committee", id: committee.id }] },
    );
    expect(data._entities[0].teams).toEqual({
      totalCount: 2,
      nodes: ids
        .toSorted()
        .toReversed()
        .map((id) => ({ id })),
    });
  });
});
