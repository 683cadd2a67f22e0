import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type OrganizationsSetting,
  PROVINCE,
  REGISTER,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { auditorOf, liaisonOf, operatorOf, partnerOf, secretaryOf } from "./viewers.ts";

let setting: OrganizationsSetting;
let district: string;
let street: string;
/** An organisation of another alliance. */
let elsewhere: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
  street = await setting.place("STREET", district);
  elsewhere = await setting.organization(await setting.place("DISTRICT"));
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

describe("registerOrganization", () => {
  const register = (viewer: Viewer, over: object = {}) =>
    setting.send(viewer, REGISTER, { name: "单位", kind: "SCHOOL", regionCode: street, ...over });

  it("is for operators of the place, and for nobody else", async () => {
    const sibling = await setting.place("STREET", district);
    const organizationId = await setting.organization(street);
    const committeeId = await setting.committee("STREET", street);
    for (const code of [street, district, PROVINCE]) {
      const { data } = await register(operatorOf(code), { brand: " 一街一品 " });
      expect(data.registerOrganization.organization).toMatchObject({
        version: 1,
        name: "单位",
        kind: "SCHOOL",
        creditCode: null,
        brand: "一街一品",
        region: { code: street },
        parent: null,
      });
    }
    const before = await leftBehind(setting);
    expect((await register(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      operatorOf(sibling),
      auditorOf(PROVINCE),
      secretaryOf(committeeId),
      liaisonOf(organizationId),
      partnerOf(organizationId, "organizations:read", "organizations:write"),
    ]) {
      expect((await register(viewer)).code).toBe("FORBIDDEN");
    }
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("keeps the place's path and alliance, and tells the other subgraphs", async () => {
    const parentId = await setting.organization(district);
    const { data } = await register(setting.operator, { parentId });
    const { id, parent } = data.registerOrganization.organization;
    expect(parent).toEqual({ id: parentId });
    const published = await setting.admin.query(
      "select * from directory.organization where id = $1",
      [id],
    );
    expect(published.rows).toEqual([
      {
        id,
        kind: "SCHOOL",
        region_code: street,
        region_path: [PROVINCE, null, district, street, null, null],
        alliance_code: district,
        name: expect.any(String),
        state: "ACTIVE",
        ended_on: null,
      },
    ]);
  });

  it.each([
    ["no name", { name: "" }, "BAD_USER_INPUT"],
    ["a name too long", { name: "单".repeat(101) }, "BAD_USER_INPUT"],
    ["a name of two lines", { name: "单\n位" }, "BAD_USER_INPUT"],
    ["an empty brand", { brand: " " }, "BAD_USER_INPUT"],
    ["a brand far too long", { brand: "牌".repeat(10_000) }, "BAD_USER_INPUT"],
    ["a brand with a telephone number", { brand: "热线 13900000000" }, "BAD_USER_INPUT"],
    ["a place above the counties", { regionCode: PROVINCE }, "BAD_USER_INPUT"],
    ["a place that nobody knows", { regionCode: "999999" }, "NOT_FOUND"],
    [
      "an organisation above of another alliance",
      {
        get parentId() {
          return elsewhere;
        },
      },
      "BAD_USER_INPUT",
    ],
    ["an unknown organisation above", { parentId: randomUUID() }, "NOT_FOUND"],
    ["an organisation above that is no id", { parentId: "x" }, "NOT_FOUND"],
  ])("refuses %s", async (_what, over, code) => {
    const before = await leftBehind(setting);
    expect((await register(setting.operator, over)).code).toBe(code);
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("does its work once for the same key, answers the same, and refuses the key for other work", async () => {
    const idempotencyKey = randomUUID();
    const count = async () =>
      (await setting.admin.query("select count(*) from organizations.organization")).rows[0].count;
    const before = Number(await count());
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => register(setting.operator, { idempotencyKey })),
    );
    const ids = answers.map(({ data }) => data.registerOrganization.organization.id);
    expect(new Set(ids).size).toBe(1);
    expect(Number(await count())).toBe(before + 1);
    expect((await register(setting.operator, { idempotencyKey, name: "别的" })).code).toBe(
      "BAD_USER_INPUT",
    );
    const other = await register({ ...setting.operator, subject: "another" }, { idempotencyKey });
    expect(other.data.registerOrganization.organization.id).not.toBe(ids[0]);
    for (const key of ["", "k".repeat(201)])
      expect((await register(setting.operator, { idempotencyKey: key })).code).toBe(
        "BAD_USER_INPUT",
      );
  });
});
