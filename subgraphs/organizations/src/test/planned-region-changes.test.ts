import type { Language } from "@alliance-hub/platform/words/language";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { regionChangesIn } from "./changing-regions.ts";
import {
  CALL_OFF,
  type OrganizationsSetting,
  PROVINCE,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";

let setting: OrganizationsSetting;
let district: string;
let street: string;
let other: string;
let community: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
});
beforeEach(async () => {
  setting.setClock("2026-03-01T04:00:00Z");
  street = await setting.place("STREET", district);
  other = await setting.place("STREET", district);
  community = await setting.place("COMMUNITY", street);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { rename, end, merge, move, regionOf, pathOf } = regionChangesIn(() => ({
  setting,
  street,
  other,
  community,
}));

describe("a change from a day ahead", () => {
  it("is carried out when that day begins in Asia/Shanghai, once, whoever looks", async () => {
    const { data } = await rename(setting.operator, { from: "2026-03-03", name: "明日社区" });
    expect(data.renameRegion.regionChange).toMatchObject({ state: "PLANNED", formerName: null });
    const stateNow = async () =>
      (
        await setting.call(
          ANONYMOUS,
          "query ($id: ID!) { regionChange(id: $id) { state doneAt } }",
          { id: data.renameRegion.regionChange.id },
        )
      ).data.regionChange;
    // Whoever looks earlier finds nothing to do, and a worker has looked once it is disposed of.
    setting.setClock("2026-03-02T15:59:00Z");
    await setting.work()[Symbol.asyncDispose]();
    expect((await regionOf(community)).name).toBe("某地");
    setting.setClock("2026-03-02T16:00:00Z");
    {
      await using _first = setting.work();
      await using _second = setting.work();
      await until(stateNow, ({ state }) => state === "DONE");
    }
    const { name, version, formerNames } = await regionOf(community);
    expect({ name, version, formerNames }).toEqual({
      name: "明日社区",
      version: 2,
      formerNames: [{ name: "某地", until: "2026-03-02" }],
    });
    expect((await stateNow()).doneAt).toMatch(/^2026-03-02T16:00/);
  });

  it("is made completely or not at all: what broke in the middle is made at the next start", async () => {
    const unit = await setting.organization(street);
    const { data } = await merge(setting.operator, { from: "2026-03-02" });
    await setting.admin.query(
      `create function organizations.break_it() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
       create trigger broken before update on organizations.organization for each row execute function organizations.break_it()`,
    );
    setting.setClock("2026-03-02T04:00:00Z");
    await setting.work()[Symbol.asyncDispose]();
    expect((await regionOf(street)).endedOn).toBeNull();
    await setting.admin.query("drop function organizations.break_it cascade");
    await using _work = setting.work();
    const { id } = data.mergeRegions.regionChange;
    const query = "query ($id: ID!) { regionChange(id: $id) { state } }";
    const stateNow = async () =>
      (await setting.call(ANONYMOUS, query, { id })).data.regionChange.state;
    await until(stateNow, (state) => state === "DONE");
    expect((await regionOf(street)).mergedInto).toEqual({ code: other });
    expect((await pathOf("organization", unit)).region_code).toBe(other);
  });

  it("takes in what a transaction wrote later that had read the old place", async () => {
    await move(setting.operator);
    const unit = await setting.organization(community);
    const old = [PROVINCE, null, district, street, community, null];
    await setting.admin.query(
      "update organizations.organization set region_path = $2 where id = $1",
      [unit, old],
    );
    setting.setClock("2026-03-01T04:02:00Z");
    await using _work = setting.work();
    const path = await until(
      async () => (await pathOf("organization", unit)).region_path,
      (found) => found[3] === other,
    );
    expect(path).toEqual([PROVINCE, null, district, other, community, null]);
  });

  it("says why it could not be carried out, if it was not possible any more", async () => {
    const { data } = await end(setting.operator, { from: "2026-03-02" });
    await setting.organization(community);
    setting.setClock("2026-03-02T04:00:00Z");
    await using _work = setting.work();
    const { id } = data.endRegion.regionChange;
    const read = async () =>
      (
        await setting.call(
          ANONYMOUS,
          "query ($id: ID!) { regionChange(id: $id) { state failReason } }",
          { id },
        )
      ).data.regionChange;
    const readIn = async (language: Language) => {
      setting.setLanguage(language);
      const { failReason } = await read();
      setting.setLanguage(undefined);
      return failReason;
    };
    await until(read, ({ state }) => state === "FAILED");
    expect(await readIn("zh-CN")).toContain("尚有下级 0 个、单位 1 个");
    expect(await readIn("zh-Hant")).toContain("尚有下級 0 個、單位 1 個");
    expect(await readIn("en")).toBe(
      "某地 still has 0 places below it, 1 organisations and 0 committees. Merge it into another region with mergeRegions, or move these first.",
    );
    // What failed before keeps the words that it has.
    await setting.admin.query(
      "update organizations.region_change set failed_by = null, fail_reason = '原因不明' where id = $1",
      [id],
    );
    expect(await readIn("en")).toBe("原因不明");
    expect((await regionOf(community)).endedOn).toBeNull();
  });

  it("cannot be called off on its day", async () => {
    const { data } = await end(setting.operator, { from: "2026-03-02" });
    setting.setClock("2026-03-01T16:00:00Z");
    const { id } = data.endRegion.regionChange;
    const answer = await setting.send(setting.operator, CALL_OFF, { id, reason: "另行安排" });
    expect(answer.code).toBe("ILLEGAL_TRANSITION");
  });

  it.each([
    ["a day that has passed", { from: "2026-02-28" }],
    ["a day too far ahead", { from: "2037-01-01" }],
    ["an empty name", { name: "" }],
    ["the present name", { name: "某地" }],
    ["a reason with a mobile number", { reason: "问 13900000000" }],
  ])("is refused for %s", async (_what, over) => {
    const before = await leftBehind(setting);
    expect((await rename(setting.operator, over)).code).toBe("BAD_USER_INPUT");
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("is listed by place and state", async () => {
    await rename(setting.operator, { from: "2026-09-01" });
    const { data } = await setting.call(
      ANONYMOUS,
      "query ($code: String) { regionChanges(filter: { regionCode: $code, states: [PLANNED], kinds: [RENAME] }) { totalCount nodes { name region { code } } } }",
      { code: street },
    );
    expect(data.regionChanges).toEqual({
      totalCount: 1,
      nodes: [{ name: "新名社区", region: { code: community } }],
    });
  });
});
