import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  ESTABLISH,
  FIRST_TERM,
  type OrganizationsSetting,
  PROVINCE,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { auditorOf, liaisonOf, operatorOf, secretaryOf } from "./viewers.ts";

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

const establish = (viewer: Viewer, regionCode: string, over: object = {}) =>
  setting.send(viewer, ESTABLISH, {
    ...FIRST_TERM,
    name: "大党委",
    level: "COMMUNITY",
    regionCode,
    organizationId,
    ...over,
  });
const community = () => setting.place("COMMUNITY", street);

describe("establishCommittee", () => {
  it("is for operators of the place and for the secretary of the committee above it", async () => {
    for (const viewer of [
      operatorOf(street),
      operatorOf(PROVINCE),
      secretaryOf(above),
      secretaryOf(randomUUID(), above),
    ]) {
      const regionCode = await community();
      const { data } = await establish(viewer, regionCode, {
        parentId: above,
        themes: ["六联", " 五联 "],
      });
      expect(data.establishCommittee.committee).toMatchObject({
        version: 1,
        name: "大党委",
        level: "COMMUNITY",
        themes: ["六联", "五联"],
        establishedOn: FIRST_TERM.termStartsOn,
        demonstration: false,
        region: { code: regionCode },
        parent: { id: above },
        organization: { id: organizationId },
      });
    }
  });

  it("is for nobody else", async () => {
    const regionCode = await community();
    const sibling = await community();
    const beside = await setting.committee("COMMUNITY", sibling, { parentId: above });
    const foreign = await setting.place("COMMUNITY", await setting.place("STREET", district));
    const before = await leftBehind(setting);
    expect((await establish(ANONYMOUS, regionCode, { parentId: above })).code).toBe(
      "UNAUTHENTICATED",
    );
    for (const viewer of [
      operatorOf(sibling),
      auditorOf(PROVINCE),
      liaisonOf(organizationId),
      secretaryOf(beside),
    ]) {
      expect((await establish(viewer, regionCode, { parentId: above })).code).toBe("FORBIDDEN");
    }
    // Without naming the own committee as the one above, a secretary is one like any other.
    expect((await establish(secretaryOf(above), regionCode)).code).toBe("FORBIDDEN");
    // Naming it does not reach beyond its ground.
    for (const [id, code] of [
      [above, foreign],
      [beside, regionCode],
    ] as const) {
      const answer = await establish(secretaryOf(id), code, { parentId: id });
      expect(answer.code).toBe("BAD_USER_INPUT");
      expect(answer.message).toMatch(/^"parentId"/);
    }
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("stands on an organisation of its own ground, or on one of who establishes it", async () => {
    const regionCode = await community();
    const sibling = await setting.organization(await community());
    const outside = await setting.organization(await setting.place("STREET", district));
    const upper = await setting.organization(district);
    const attempt = async (viewer: Viewer, on: string) =>
      (await establish(viewer, regionCode, { parentId: above, organizationId: on })).code;
    const before = await leftBehind(setting);
    // Its secretary will act for it: nobody comes to act for an organisation by founding a committee on it.
    expect(await attempt(secretaryOf(above), outside)).toBe("FORBIDDEN");
    expect(await attempt(secretaryOf(above), upper)).toBe("FORBIDDEN");
    for (const on of [sibling, organizationId, upper])
      expect(await attempt(operatorOf(regionCode), on)).toBe("FORBIDDEN");
    expect(await leftBehind(setting)).toEqual(before);
    const own = { ...secretaryOf(above), organizationIds: [upper] };
    expect(await attempt(own, upper)).toBeUndefined();
    const other = await community();
    const there = await setting.organization(other);
    const establishThere = await establish(operatorOf(other), other, { organizationId: there });
    expect(establishThere.code).toBeUndefined();
  });

  it("opens the first term with it, and tells the other subgraphs", async () => {
    const top = await setting.committee("DISTRICT", district);
    const place = await setting.place("STREET", district);
    const middle = await setting.committee("STREET", place, { parentId: top });
    const regionCode = await setting.place("COMMUNITY", place);
    const { data } = await establish(setting.operator, regionCode, {
      parentId: middle,
      termNumber: 3,
    });
    const { id } = data.establishCommittee.committee;
    const published = await setting.admin.query("select * from directory.committee where id = $1", [
      id,
    ]);
    expect(published.rows).toEqual([
      {
        id,
        level: "COMMUNITY",
        organization_id: organizationId,
        parent_id: middle,
        ancestor_ids: [middle, top],
        demonstration: false,
        region_code: regionCode,
        region_path: [PROVINCE, null, district, place, regionCode, null],
        alliance_code: district,
        name: expect.any(String),
        kind: "JOINT_COMMITTEE",
      },
    ]);
    const terms = await setting.admin.query(
      "select number, state, starts_on::text, ends_on::text from members.term where committee_id = $1",
      [id],
    );
    expect(terms.rows).toEqual([
      {
        number: 3,
        state: "CURRENT",
        starts_on: FIRST_TERM.termStartsOn,
        ends_on: FIRST_TERM.termEndsOn,
      },
    ]);
  });
});
