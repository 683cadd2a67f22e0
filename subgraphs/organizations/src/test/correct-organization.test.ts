import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Ground, ground } from "./ground.ts";
import {
  type OrganizationsSetting,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { recordsOfUnits } from "./records-of-units.ts";
import { auditorOf, liaisonOf, operatorOf, partnerOf, secretaryOf } from "./viewers.ts";
import { wrongFigures } from "./wrong-figures.ts";

const CORRECT =
  "mutation ($input: CorrectOrganizationInput!) { correctOrganization(input: $input) { organization { id version kind creditCode region { code } parent { id } } } }";

let setting: OrganizationsSetting;
let at: Ground;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const correct = (viewer: Viewer, id: string, over: object) =>
  setting.send(viewer, CORRECT, { id, reason: "登记有误", ...over });

describe("correctOrganization", () => {
  it("is for operators of its place, and of both places if it moves; for nobody else", async () => {
    const id = await setting.organization(at.street);
    const committeeId = await setting.committee(
      "COMMUNITY",
      await setting.place("COMMUNITY", at.street),
    );
    const change = { kind: "SCHOOL" };
    expect(
      (await correct(operatorOf(at.street), id, change)).data.correctOrganization.organization.kind,
    ).toBe("SCHOOL");
    const elsewhere = await setting.place("STREET", at.district);
    const before = await leftBehind(setting);
    expect((await correct(ANONYMOUS, id, change)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      liaisonOf(id),
      secretaryOf(committeeId),
      auditorOf(at.district),
      operatorOf(at.community),
      partnerOf(id, "organizations:read", "organizations:write"),
    ])
      expect((await correct(viewer, id, change)).code).toBe("FORBIDDEN");
    for (const code of [at.street, elsewhere])
      expect((await correct(operatorOf(code), id, { regionCode: elsewhere })).code).toBe(
        "FORBIDDEN",
      );
    expect(await leftBehind(setting)).toEqual(before);
    const both = await correct(operatorOf(at.street, elsewhere), id, { regionCode: elsewhere });
    expect(both.data.correctOrganization.organization.region.code).toBe(elsewhere);
  });

  it("takes what stands where the unit is along, and leaves what belongs to a committee or is over", async () => {
    const records = recordsOfUnits(setting, at);
    const id = await setting.organization(at.street);
    const committeeId = await setting.committee("STREET", at.street);
    const places = async (table: string) =>
      (
        await setting.admin.query(
          `select id, region_code, region_path[4] as street from ${table} where ${table === "resources.resource" ? "provider_id" : "organization_id"} = $1`,
          [id],
        )
      ).rows;
    await records.membership(id, committeeId);
    await records.liaison(id, "somebody");
    await records.team(id);
    await records.card(id);
    await records.need(id);
    const free = await records.resource(id);
    const listed = await records.resource(id, { committee_id: committeeId });
    const over = await records.resource(id, {
      state: "WITHDRAWN",
      withdrawn_at: new Date(),
      withdraw_reason: "旧",
    });
    const elsewhere = await setting.place("STREET", at.district);
    expect(
      (await correct(setting.operator, id, { regionCode: elsewhere })).message,
    ).toBeUndefined();
    for (const table of [
      "members.liaison",
      "members.team",
      "members.contact_card",
      "resources.need",
    ])
      expect(await places(table)).toEqual([
        { id: expect.any(String), region_code: elsewhere, street: elsewhere },
      ]);
    expect(await places("members.membership")).toMatchObject([{ region_code: at.street }]);
    const resources = new Map(
      (await places("resources.resource")).map((row) => [row.id, row.region_code]),
    );
    expect(resources).toEqual(
      new Map([
        [free, elsewhere],
        [listed, at.street],
        [over, at.street],
      ]),
    );
    expect(await wrongFigures(setting.admin)).toEqual([]);
  });

  it("moves into another alliance only what nothing ties to the present one, and says what does", async () => {
    const records = recordsOfUnits(setting, at);
    const id = await setting.organization(at.street, { name: "迁址单位" });
    const other = await setting.place("DISTRICT");
    await records.registration(id);
    const refused = await correct(setting.operator, id, { regionCode: other });
    expect(refused).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("1 × Registration"),
    });
    await setting.admin.query("delete from members.registration where organization_id = $1", [id]);
    await records.team(id);
    const moved = await correct(setting.operator, id, { regionCode: other });
    expect(moved.data.correctOrganization.organization.region.code).toBe(other);
    const { rows } = await setting.admin.query(
      "select alliance_code from members.team where organization_id = $1",
      [id],
    );
    expect(rows).toEqual([{ alliance_code: other }]);
  });

  it("gives and takes a credit code, which no two have", async () => {
    const code = "91350100M000100Y43";
    const [id, other] = [
      await setting.organization(at.street),
      await setting.organization(at.street),
    ];
    const given = await correct(setting.operator, id, { creditCode: code });
    expect(given.data.correctOrganization.organization.creditCode).toBe(code);
    expect((await correct(setting.operator, other, { creditCode: code })).code).toBe("CONFLICT");
    const taken = await correct(setting.operator, id, { creditCode: null });
    expect(taken.data.correctOrganization.organization.creditCode).toBeNull();
    expect((await correct(setting.operator, other, { creditCode: code })).code).toBeUndefined();
  });

  it("gives it another one above, never one below it, also if two are changed at once", async () => {
    const [a, b] = [await setting.organization(at.street), await setting.organization(at.street)];
    const answers = await Promise.all([
      correct(setting.operator, a, { parentId: b }),
      correct(setting.operator, b, { parentId: a }),
    ]);
    expect(answers.map(({ code }) => code ?? "done").toSorted()).toEqual([
      "BAD_USER_INPUT",
      "done",
    ]);
    expect((await correct(setting.operator, a, { parentId: a })).code).toBe("BAD_USER_INPUT");
    for (const id of [a, b])
      expect(
        (await correct(setting.operator, id, { parentId: null })).data.correctOrganization
          .organization.parent,
      ).toBeNull();
  });

  it("keeps the kind of an organisation on which a committee stands", async () => {
    const id = await setting.organization(at.street, { name: "街道党工委" });
    await setting.committee("COMMUNITY", await setting.place("COMMUNITY", at.street), {
      organizationId: id,
      name: "某大党委",
    });
    const refused = await correct(setting.operator, id, { kind: "SCHOOL" });
    expect(refused).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("某大党委"),
    });
  });

  it.each([
    ["no reason", { reason: " " }, "BAD_USER_INPUT"],
    ["a place that nobody knows", { regionCode: "999999" }, "NOT_FOUND"],
    ["a place above the counties", { regionCode: "440000" }, "BAD_USER_INPUT"],
    ["a wrong credit code", { creditCode: "91350100M000100Y44" }, "BAD_USER_INPUT"],
    ["an unknown one above", { parentId: randomUUID() }, "NOT_FOUND"],
    ["a stale version", { kind: "SCHOOL", version: 9 }, "CONFLICT"],
  ])("refuses %s", async (_what, over, code) => {
    const id = await setting.organization(at.street);
    expect((await correct(setting.operator, id, over)).code).toBe(code);
  });
});
