import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type OrganizationsSetting,
  UPDATE,
  createOrganizationsSetting,
  leftBehind,
  outcomes,
} from "./organizations-setting.ts";
import { auditorOf, liaisonOf, operatorOf, partnerOf, secretaryOf } from "./viewers.ts";

let setting: OrganizationsSetting;
let district: string;
let street: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
  street = await setting.place("STREET", district);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

describe("updateOrganization", () => {
  const update = (viewer: Viewer, id: string, over: object = {}) =>
    setting.send(viewer, UPDATE, { id, brand: "新品牌", ...over });

  it("is for those who act for the unit and for operators of its place, nobody else", async () => {
    const id = await setting.organization(street);
    const other = await setting.organization(street);
    const ground = await setting.place("STREET", district);
    const committeeId = await setting.committee("STREET", ground, { organizationId: id });
    for (const viewer of [
      liaisonOf(id),
      liaisonOf(other, id),
      operatorOf(district),
      partnerOf(id, "organizations:read", "organizations:write"),
    ]) {
      expect((await update(viewer, id)).code).toBeUndefined();
    }
    const before = await leftBehind(setting);
    expect((await update(ANONYMOUS, id)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      liaisonOf(other),
      secretaryOf(committeeId),
      auditorOf(district),
      operatorOf(ground),
      partnerOf(id, "organizations:read"),
      partnerOf(id, "organizations:write"),
      partnerOf(id, "members:read", "members:write"),
    ]) {
      expect((await update(viewer, id)).code).toBe("FORBIDDEN");
    }
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("changes what is given and leaves the rest", async () => {
    const id = await setting.organization(street, { name: "旧名", brand: "旧品牌" });
    const named = await update(liaisonOf(id), id, { name: "新名", brand: null });
    expect(named.data.updateOrganization.organization).toMatchObject({
      version: 2,
      name: "新名",
      brand: "旧品牌",
    });
    const { data } = await update(liaisonOf(id), id);
    const { createdAt, updatedAt, ...rest } = data.updateOrganization.organization;
    expect(rest).toEqual({ id, version: 3, name: "新名", brand: "新品牌" });
    expect(Date.parse(updatedAt)).toBeGreaterThan(Date.parse(createdAt));
  });

  it("refuses a version that is no longer the current one, and lets one of many win", async () => {
    const id = await setting.organization(street);
    expect((await update(liaisonOf(id), id, { version: 1 })).code).toBeUndefined();
    const stale = await update(liaisonOf(id), id, { version: 1 });
    expect(stale.code).toBe("CONFLICT");
    expect(stale.message).toMatch(/version 2.*version 1/);
    expect((await update(liaisonOf(id), id, { version: 3 })).code).toBe("CONFLICT");
    const answers = await Promise.all(
      ["甲", "乙", "丙", "丁"].map((name) => update(liaisonOf(id), id, { version: 2, name })),
    );
    expect(outcomes(answers)).toEqual({ done: 1, CONFLICT: 3 });
  });

  it("does its work once for the same key", async () => {
    const id = await setting.organization(street);
    const input = { version: 1, idempotencyKey: randomUUID() };
    for (let time = 0; time < 3; time++) {
      const { data } = await update(liaisonOf(id), id, input);
      expect(data.updateOrganization.organization.version).toBe(2);
    }
  });

  it("lets a key that was refused come again", async () => {
    const id = await setting.organization(street);
    const input = { idempotencyKey: randomUUID() };
    expect((await update(liaisonOf(id), id, { ...input, version: 9 })).code).toBe("CONFLICT");
    expect((await update(liaisonOf(id), id, input)).code).toBeUndefined();
  });

  it.each([
    ["an unknown unit", { id: randomUUID() }, "NOT_FOUND"],
    ["an id that is none", { id: "' or true --" }, "NOT_FOUND"],
    ["an empty name", { name: "" }, "BAD_USER_INPUT"],
    ["a name too long", { name: "单".repeat(10_000) }, "BAD_USER_INPUT"],
    ["a brand with a telephone number", { brand: "热线 13900000000" }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const id = await setting.organization(street);
    expect((await update(setting.operator, id, over)).code).toBe(code);
  });
});
