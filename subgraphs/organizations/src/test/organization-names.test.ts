import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type OrganizationsSetting,
  UPDATE,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { auditorOf, liaisonOf, operatorOf, partnerOf } from "./viewers.ts";

const RENAME =
  "mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { organization { id version name formerNames { name until } } } }";

let setting: OrganizationsSetting;
let district: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const found = async (text: string): Promise<string[]> => {
  const { data } = await setting.call(
    ANONYMOUS,
    "query ($text: String, $in: String) { organizations(filter: { text: $text, regionCode: $in }) { nodes { id } } }",
    { text, in: district },
  );
  return data.organizations.nodes.map((node: { id: string }) => node.id);
};

describe("renameOrganization", () => {
  it("is for those who act for the unit and for operators of its place, nobody else", async () => {
    const id = await setting.organization(district);
    const other = await setting.organization(district);
    const rename = { id, name: "新名称" };
    for (const viewer of [liaisonOf(id), operatorOf(district)])
      expect((await setting.send(viewer, RENAME, rename)).code).toBeUndefined();
    const before = await leftBehind(setting);
    expect((await setting.send(ANONYMOUS, RENAME, rename)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      liaisonOf(other),
      auditorOf(district),
      partnerOf(id, "organizations:read"),
    ])
      expect((await setting.send(viewer, RENAME, rename)).code).toBe("FORBIDDEN");
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("keeps the former names with their last days, by which it is found in either script", async () => {
    const id = await setting.organization(district, { name: "区文化馆" });
    await setting.send(liaisonOf(id), RENAME, { id, name: "区文化中心", reason: "机构改革" });
    const { data } = await setting.send(liaisonOf(id), UPDATE, { id, name: "区文化服务中心" });
    expect(data.updateOrganization.organization).toMatchObject({
      version: 3,
      name: "区文化服务中心",
    });
    for (const text of ["文化馆", "文化館", "文化中心", "服务中心"])
      expect(await found(text)).toEqual([id]);
    const read = await setting.call(
      ANONYMOUS,
      "query ($id: ID!) { organization(id: $id) { formerNames { name until } } }",
      { id },
    );
    expect(read.data.organization.formerNames).toEqual([
      { name: "区文化馆", until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      { name: "区文化中心", until: expect.any(String) },
    ]);
    const published = await setting.admin.query(
      "select name from directory.organization where id = $1",
      [id],
    );
    expect(published.rows).toEqual([{ name: "区文化服务中心" }]);
  });

  it("keeps the reason for auditors", async () => {
    const id = await setting.organization(district, { name: "旧名" });
    await setting.send(liaisonOf(id), RENAME, { id, name: "新名", reason: "机构改革" });
    const { rows } = await setting.admin.query(
      "select details from audit.entry where record_id = $1 and action = 'renameOrganization'",
      [id],
    );
    expect(rows[0].details.changes).toEqual([
      { field: "name", before: "旧名", after: "新名" },
      { field: "changeReason", before: null, after: "机构改革" },
    ]);
  });

  it("is found by its former names after its search key was computed again", async () => {
    const id = await setting.organization(district, { name: "老粮站" });
    await setting.send(liaisonOf(id), RENAME, { id, name: "便民超市" });
    await setting.admin.query(
      "update organizations.organization set search_key = '', search_grams = '{}' where id = $1",
      [id],
    );
    await setting.admin.query("comment on column organizations.organization.search_key is null");
    await setting.migrate();
    expect(await found("粮站")).toEqual([id]);
  });

  it.each([
    ["an empty name", { name: "" }, "BAD_USER_INPUT"],
    ["a name with a telephone number", { name: "热线 13900000000" }, "BAD_USER_INPUT"],
    ["a reason too long", { name: "新", reason: "因".repeat(201) }, "BAD_USER_INPUT"],
    ["a stale version", { name: "新", version: 7 }, "CONFLICT"],
  ])("refuses %s", async (_what, over, code) => {
    const id = await setting.organization(district);
    expect((await setting.send(setting.operator, RENAME, { id, ...over })).code).toBe(code);
  });
});
