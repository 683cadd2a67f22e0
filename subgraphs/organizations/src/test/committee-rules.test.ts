import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  ESTABLISH,
  FIRST_TERM,
  type OrganizationsSetting,
  PROVINCE,
  createOrganizationsSetting,
  leftBehind,
  outcomes,
} from "./organizations-setting.ts";

let setting: OrganizationsSetting;
let district: string;
let street: string;
let organizationId: string;
/** The committee of the street. */
let above: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
  street = await setting.place("STREET", district);
  organizationId = await setting.organization(street);
  above = await setting.committee("STREET", street);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const establish = (regionCode: string, over: object = {}) =>
  setting.send(setting.operator, ESTABLISH, {
    ...FIRST_TERM,
    name: "大党委",
    level: "COMMUNITY",
    regionCode,
    organizationId,
    ...over,
  });
const community = () => setting.place("COMMUNITY", street);

describe("establishCommittee", () => {
  it("takes the level of the place, and DISTRICT for a city of county level", async () => {
    const places = {
      DISTRICT: await setting.place("DISTRICT"),
      STREET: await setting.place("STREET", district),
      COMMUNITY: await community(),
      GRID: await setting.place("GRID", street),
    };
    for (const [placeLevel, regionCode] of Object.entries(places)) {
      for (const level of ["DISTRICT", "STREET", "COMMUNITY"]) {
        const { code } = await establish(regionCode, { level });
        expect({ placeLevel, level, code }).toEqual({
          placeLevel,
          level,
          code: placeLevel === level ? undefined : "BAD_USER_INPUT",
        });
      }
    }
    const add =
      "mutation ($input: AddRegionInput!) { addRegion(input: $input) { region { code } } }";
    for (const [code, expected] of [
      ["445281", undefined],
      ["445200", "BAD_USER_INPUT"],
    ] as const) {
      const city = { code, name: "某市", level: "CITY", parentCode: PROVINCE };
      await setting.send(setting.operator, add, city);
      expect((await establish(code, { level: "DISTRICT" })).code).toBe(expected);
    }
  });

  it("is one per place, however many come at the same moment", async () => {
    const regionCode = await community();
    const answers = await Promise.all(Array.from({ length: 6 }, () => establish(regionCode)));
    expect(outcomes(answers)).toEqual({ done: 1, CONFLICT: 5 });
    const again = await establish(regionCode);
    expect(again.code).toBe("CONFLICT");
    expect(again.message).toContain("already has a committee of level");
    const opened = await setting.admin.query(
      "select from members.term join directory.committee on committee.id = committee_id where region_code = $1",
      [regionCode],
    );
    expect(opened.rowCount).toBe(1);
  });

  it("does its work once for the same key", async () => {
    const regionCode = await community();
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map(() => establish(regionCode, { idempotencyKey })),
    );
    const ids = answers.map(({ data }) => data.establishCommittee.committee.id);
    expect(new Set(ids).size).toBe(1);
  });

  it("keeps its themes as they are written, whatever they mean elsewhere", async () => {
    const themes = ["NULL", "null", `"六联"`, String.raw`五\联`, "{甲,乙}", "'"];
    const { data } = await establish(await community(), { themes });
    expect(data.establishCommittee.committee.themes).toEqual(themes);
  });

  it("stands on a party organisation and on no other", async () => {
    for (const [kind, code] of [
      ["PARTY_ORGANIZATION", undefined],
      ["GOVERNMENT", "BAD_USER_INPUT"],
      ["RESIDENTS_COMMITTEE", "BAD_USER_INPUT"],
    ] as const) {
      const base = { organizationId: await setting.organization(street, { kind }) };
      expect((await establish(await community(), base)).code).toBe(code);
    }
  });

  it("stands below a committee whose place lies above its own", async () => {
    const regionCode = await community();
    const below = await setting.committee("COMMUNITY", regionCode);
    const beside = await setting.committee("STREET", await setting.place("STREET", district));
    for (const [place, level, parentId] of [
      [street, "STREET", above],
      [street, "STREET", below],
      [await community(), "COMMUNITY", below],
      [await community(), "COMMUNITY", beside],
    ] as const) {
      const answer = await establish(place, { level, parentId });
      expect(answer.code).toBe("BAD_USER_INPUT");
      expect(answer.message).toMatch(/^"parentId"/);
    }
    expect((await establish(await community(), { parentId: above })).code).toBeUndefined();
  });

  it.each([
    ["a place that nobody knows", { regionCode: "999999" }, "NOT_FOUND"],
    ["a committee above that nobody knows", { parentId: randomUUID() }, "NOT_FOUND"],
    ["a committee above that is no id", { parentId: "x" }, "NOT_FOUND"],
    ["an organisation that nobody knows", { organizationId: randomUUID() }, "NOT_FOUND"],
    ["an organisation that is no id", { organizationId: "" }, "NOT_FOUND"],
    ["no name", { name: "" }, "BAD_USER_INPUT"],
    ["a name too long", { name: "委".repeat(101) }, "BAD_USER_INPUT"],
    ["no number of the term", { termNumber: 0 }, "BAD_USER_INPUT"],
    ["a number out of range", { termNumber: 100 }, "BAD_USER_INPUT"],
    ["a term that ends before it starts", { termEndsOn: "2021-12-31" }, "BAD_USER_INPUT"],
    ["a term of one day", { termEndsOn: FIRST_TERM.termStartsOn }, "BAD_USER_INPUT"],
    ["an empty theme", { themes: [""] }, "BAD_USER_INPUT"],
    ["a theme too long", { themes: ["联".repeat(31)] }, "BAD_USER_INPUT"],
    ["too many themes", { themes: Array.from({ length: 13 }, String) }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const regionCode = await community();
    const before = await leftBehind(setting);
    expect((await establish(regionCode, over)).code).toBe(code);
    expect(await leftBehind(setting)).toEqual(before);
  });
});
