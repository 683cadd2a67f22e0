import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type OrganizationsSetting,
  PROVINCE,
  UPDATE_COMMITTEE,
  createOrganizationsSetting,
  leftBehind,
  outcomes,
} from "./organizations-setting.ts";
import { auditorOf, liaisonOf, operatorOf, partnerOf, secretaryOf } from "./viewers.ts";

let setting: OrganizationsSetting;
let district: string;
/** Of the district. */
let top: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
  top = await setting.committee("DISTRICT", district);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

let street: string;
/** Of the street, below the district's. */
let id: string;
beforeEach(async () => {
  street = await setting.place("STREET", district);
  id = await setting.committee("STREET", street, { parentId: top, name: "大工委" });
});

const update = (viewer: Viewer, over: object = {}) =>
  setting.send(viewer, UPDATE_COMMITTEE, { id, ...over });
const updated = async (viewer: Viewer, over: object = {}) => {
  const { data, message } = await update(viewer, over);
  expect(message).toBeUndefined();
  return data.updateCommittee.committee;
};
const ancestorsOf = async (committeeId: string) =>
  (
    await setting.admin.query("select ancestor_ids from organizations.committee where id = $1", [
      committeeId,
    ])
  ).rows[0].ancestor_ids;

describe("updateCommittee", () => {
  it("lets whoever runs the committee change its name and labels, and nobody else", async () => {
    for (const viewer of [secretaryOf(id), secretaryOf(top, id), operatorOf(street)]) {
      const name = `大工委 ${randomUUID()}`;
      expect(await updated(viewer, { name, themes: ["六联"] })).toMatchObject({
        name,
        themes: ["六联"],
        parent: { id: top },
      });
    }
    const organizationId = await setting.organization(street);
    const beside = await setting.place("STREET", district);
    const before = await leftBehind(setting);
    expect((await update(ANONYMOUS, { name: "别名" })).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      secretaryOf(randomUUID()),
      liaisonOf(organizationId),
      auditorOf(PROVINCE),
      operatorOf(beside),
      partnerOf(organizationId, "organizations:read", "organizations:write"),
    ]) {
      expect((await update(viewer, { name: "别名" })).code).toBe("FORBIDDEN");
    }
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("leaves its place in the tree and the mark as a model to whoever runs the committee above", async () => {
    const above = await setting.committee("DISTRICT", district, { kind: "LEADING_GROUP" });
    const before = await leftBehind(setting);
    for (const over of [
      { demonstration: true },
      { parentId: null },
      { parentId: above, name: "别名" },
    ]) {
      expect((await update(ANONYMOUS, over)).code).toBe("UNAUTHENTICATED");
      for (const viewer of [secretaryOf(id), operatorOf(randomUUID()), auditorOf(district)])
        expect((await update(viewer, over)).code).toBe("FORBIDDEN");
    }
    // Whoever runs the new one alone does not take it away from the old one.
    expect((await update(secretaryOf(above), { parentId: above })).code).toBe("FORBIDDEN");
    expect(await leftBehind(setting)).toEqual(before);
    expect(await updated(secretaryOf(top, id), { demonstration: true })).toMatchObject({
      demonstration: true,
    });
    expect(await updated(operatorOf(street), { demonstration: false })).toMatchObject({
      demonstration: false,
    });
  });

  it("lets nobody take over a committee that has none above it, nor give one to a committee they do not run", async () => {
    const alone = await setting.committee("STREET", await setting.place("STREET", district));
    expect((await update(secretaryOf(top), { id: alone, parentId: top })).code).toBe("FORBIDDEN");
    expect((await updated(operatorOf(district), { id: alone, parentId: top })).parent).toEqual({
      id: top,
    });
    const middle = await setting.committee("STREET", street, { kind: "LEADING_GROUP" });
    const given = await update(secretaryOf(top), { parentId: middle });
    expect(given.code).toBe("FORBIDDEN");
    expect((await updated(secretaryOf(top, middle), { parentId: middle })).parent.id).toBe(middle);
  });

  it("tells null from what is left out: null takes it out from below the one above", async () => {
    expect((await updated(setting.operator, { name: "新名" })).parent).toEqual({ id: top });
    const same = await updated(setting.operator, { name: null, themes: null, demonstration: null });
    expect(same).toMatchObject({ name: "新名", demonstration: false, parent: { id: top } });
    expect((await updated(setting.operator, { parentId: null })).parent).toBeNull();
    expect(await ancestorsOf(id)).toEqual([]);
  });

  it("is found by its former names, in either script, and says until when it had them", async () => {
    await updated(setting.operator, { name: "东门联合党委" });
    await updated(setting.operator, { name: "東門聯合黨委" });
    const { name, formerNames, version } = await updated(setting.operator, { name: "西门大工委" });
    expect(name).toBe("西门大工委");
    expect(formerNames).toEqual([
      { name: "大工委", until: "2026-03-01" },
      { name: "东门联合党委", until: "2026-03-01" },
      { name: "東門聯合黨委", until: "2026-03-01" },
    ]);
    // The same name once more changes nothing.
    expect((await updated(setting.operator, { name })).formerNames).toEqual(formerNames);
    expect(version).toBe(4);
    for (const text of ["东门联合", "東門聯合", "西门"]) {
      const { data } = await setting.call(
        ANONYMOUS,
        "query ($text: String) { committees(filter: { text: $text }) { nodes { id formerNames { name } } } }",
        { text },
      );
      expect(data.committees.nodes.map((found: { id: string }) => found.id)).toEqual([id]);
    }
    const published = await setting.admin.query(
      "select name from directory.committee where id = $1",
      [id],
    );
    expect(published.rows).toEqual([{ name: "西门大工委" }]);
  });

  it("keeps the old value in the audit log", async () => {
    await updated(setting.operator, {
      name: "新名",
      demonstration: true,
      parentId: null,
      themes: ["五联"],
    });
    const { rows } = await setting.admin.query(
      "select details -> 'changes' as changes from audit.entry where record_id = $1 and action = 'updateCommittee'",
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].changes).toEqual(
      expect.arrayContaining([
        { field: "name", before: "大工委", after: "新名" },
        { field: "parentId", before: top, after: null },
        { field: "demonstration", before: false, after: true },
        { field: "themes", before: [], after: ["五联"] },
      ]),
    );
  });

  it("takes all below it along, and the rights of secretaries change at once", async () => {
    const community = await setting.committee(
      "COMMUNITY",
      await setting.place("COMMUNITY", street),
      {
        parentId: id,
      },
    );
    expect(await ancestorsOf(community)).toEqual([id, top]);
    const revision = async () =>
      (await setting.admin.query("select changed_by from directory.standing")).rows[0].changed_by;
    const before = await revision();
    await updated(setting.operator, { parentId: null });
    expect(await ancestorsOf(community)).toEqual([id]);
    expect(await revision()).not.toBe(before);
    await updated(setting.operator, { parentId: top });
    expect(await ancestorsOf(community)).toEqual([id, top]);
    expect((await updated(setting.operator, { id: community, parentId: top })).parent.id).toBe(top);
    expect(await ancestorsOf(community)).toEqual([top]);
  });

  it("refuses a stale version, and lets one of many win", async () => {
    const { version } = await updated(setting.operator, { name: "甲" });
    const answers = await Promise.all(
      ["乙", "丙", "丁"].map((name) => update(setting.operator, { version, name })),
    );
    expect(outcomes(answers)).toEqual({ done: 1, CONFLICT: 2 });
  });

  it("does its work once for the same key", async () => {
    const idempotencyKey = randomUUID();
    for (const _time of [1, 2]) {
      const { formerNames } = await updated(setting.operator, { name: "新名", idempotencyKey });
      expect(formerNames).toHaveLength(1);
    }
  });

  it.each([
    ["an unknown committee", () => ({ id: randomUUID() }), "NOT_FOUND"],
    ["an id that is none", () => ({ id: "x" }), "NOT_FOUND"],
    ["an unknown committee above", () => ({ parentId: randomUUID() }), "NOT_FOUND"],
    ["a committee above that is no id", () => ({ parentId: "" }), "NOT_FOUND"],
    ["itself above itself", () => ({ parentId: id }), "BAD_USER_INPUT"],
    ["an empty name", () => ({ name: " " }), "BAD_USER_INPUT"],
    ["a name with a mobile number", () => ({ name: "大工委 13900000000" }), "BAD_USER_INPUT"],
    ["too many labels", () => ({ themes: Array.from({ length: 13 }, String) }), "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const before = await leftBehind(setting);
    expect((await update(setting.operator, over())).code).toBe(code);
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("refuses one above that is below it, beside it, or elsewhere", async () => {
    const community = await setting.committee(
      "COMMUNITY",
      await setting.place("COMMUNITY", street),
      {
        parentId: id,
      },
    );
    const beside = await setting.committee("STREET", await setting.place("STREET", district));
    const abroad = await setting.committee("DISTRICT", await setting.place("DISTRICT"));
    for (const parentId of [community, beside, abroad]) {
      const answer = await update(setting.operator, { parentId });
      expect(answer.code).toBe("BAD_USER_INPUT");
      expect(answer.message).toMatch(/^"parentId"/);
    }
    expect(await ancestorsOf(id)).toEqual([top]);
  });
});
