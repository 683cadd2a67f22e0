import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  ESTABLISH,
  FIRST_TERM,
  type OrganizationsSetting,
  createOrganizationsSetting,
  outcomes,
} from "./organizations-setting.ts";

let setting: OrganizationsSetting;
let district: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const establish = async (level: string, regionCode: string, over: object = {}) =>
  await setting.send(setting.operator, ESTABLISH, {
    ...FIRST_TERM,
    name: "委员会",
    level,
    regionCode,
    organizationId: await setting.organization(regionCode),
    ...over,
  });
const report = async () => {
  const { data } = await setting.call(
    ANONYMOUS,
    `query ($code: String!) { report(regionCode: $code, from: "2022-01-01", to: "2026-12-31") {
       streetCommittees communityCommittees demonstrationCommittees } }`,
    { code: district },
  );
  return data.report;
};

describe("kinds of committees", () => {
  it("are a joint meeting for a district and a joint committee below, unless it is said otherwise", async () => {
    const street = await setting.place("STREET", district);
    const community = await setting.place("COMMUNITY", street);
    for (const [level, code, kind] of [
      ["DISTRICT", district, "JOINT_MEETING"],
      ["STREET", street, "JOINT_COMMITTEE"],
      ["COMMUNITY", community, "JOINT_COMMITTEE"],
    ] as const) {
      const { data } = await establish(level, code);
      expect(data.establishCommittee.committee.kind).toBe(kind);
    }
    const { data } = await establish("STREET", street, { kind: "LEADING_GROUP" });
    expect(data.establishCommittee.committee.kind).toBe("LEADING_GROUP");
  });

  it("let one place have several committees of one level, one of each kind", async () => {
    const street = await setting.place("STREET", district);
    const kinds = ["WORKING_GROUP", "JOINT_MEETING", "WORKING_GROUP", "WORKING_GROUP"];
    const answers = await Promise.all(kinds.map((kind) => establish("STREET", street, { kind })));
    expect(outcomes(answers)).toEqual({ done: 2, CONFLICT: 2 });
    const again = await establish("STREET", street, { kind: "JOINT_MEETING" });
    expect(again.code).toBe("CONFLICT");
    expect(again.message).toContain("kind JOINT_MEETING");
    const { data } = await setting.call(
      ANONYMOUS,
      `query ($code: String!) { committees(filter: { regionCode: $code, kinds: [WORKING_GROUP] }) { nodes { kind } }
         region(code: $code) { committees { nodes { kind } } } }`,
      { code: street },
    );
    expect(data.committees.nodes).toEqual([{ kind: "WORKING_GROUP" }]);
    expect(data.region.committees.nodes).toHaveLength(2);
  });

  it("keep the figures of the report: only joint committees of streets and communities count there", async () => {
    const before = await report();
    const street = await setting.place("STREET", district);
    for (const kind of ["WORKING_GROUP", "LEADING_GROUP", "JOINT_MEETING"])
      expect((await establish("STREET", street, { kind })).code).toBeUndefined();
    expect(await report()).toEqual(before);
    await setting.admin.query(
      "update organizations.committee set demonstration = true where region_code = $1 and kind = 'WORKING_GROUP'",
      [street],
    );
    expect(await report()).toEqual(before);
    expect((await establish("STREET", street)).code).toBeUndefined();
    expect(await report()).toEqual({ ...before, streetCommittees: before.streetCommittees + 1 });
  });
});
