import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { regionChangesIn } from "./changing-regions.ts";
import {
  CALL_OFF,
  type OrganizationsSetting,
  PROVINCE,
  createOrganizationsSetting,
  leftBehind,
} from "./organizations-setting.ts";
import { auditorOf, liaisonOf, operatorOf, secretaryOf } from "./viewers.ts";

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

describe("who may change regions", () => {
  it("renames: operators of the region; all else: of the place above, and of the other one", async () => {
    const before = await leftBehind(setting);
    const strangers = [
      operatorOf(randomUUID()),
      auditorOf(PROVINCE),
      secretaryOf(randomUUID()),
      liaisonOf(randomUUID()),
    ];
    for (const send of [rename, end, merge, move]) {
      expect((await send(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
      for (const viewer of strangers) expect((await send(viewer)).code).toBe("FORBIDDEN");
    }
    for (const [send, viewer] of [
      [rename, operatorOf(other)],
      [end, operatorOf(community)],
      [merge, operatorOf(street, other)],
      [merge, operatorOf(street)],
      [move, operatorOf(community, other)],
      [move, operatorOf(street)],
      [move, operatorOf(other)],
    ] as const)
      expect((await send(viewer)).code).toBe("FORBIDDEN");
    expect(await leftBehind(setting)).toEqual(before);
    expect((await rename(operatorOf(community))).code).toBeUndefined();
    expect((await move(operatorOf(street, other))).code).toBeUndefined();
    expect((await merge(operatorOf(district))).code).toBeUndefined();
    expect((await end(operatorOf(other))).code).toBeUndefined();
  });

  it("calls off: whoever may enter it", async () => {
    const { data } = await move(setting.operator, { from: "2026-05-01" });
    const { id } = data.moveRegion.regionChange;
    const callOff = (viewer: Viewer) => setting.send(viewer, CALL_OFF, { id, reason: "另行安排" });
    expect((await callOff(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [operatorOf(street), operatorOf(other), operatorOf(community)])
      expect((await callOff(viewer)).code).toBe("FORBIDDEN");
    const off = await callOff(operatorOf(street, other));
    expect(off.data.callOffRegionChange.regionChange).toMatchObject({
      state: "CALLED_OFF",
      callOffReason: "另行安排",
    });
    const again = await callOff(setting.operator);
    expect(again.code).toBe("ILLEGAL_TRANSITION");
  });
});

describe("renameRegion", () => {
  it("keeps the former name, by which it is found in either script", async () => {
    await rename(setting.operator, { name: "东门社区" });
    const { data } = await rename(setting.operator, { name: "西门社区", reason: "地名规范" });
    expect(data.renameRegion.regionChange).toMatchObject({
      kind: "RENAME",
      state: "DONE",
      effectiveOn: "2026-03-01",
      formerName: "东门社区",
    });
    const { name, formerNames } = await regionOf(community);
    expect(name).toBe("西门社区");
    expect(formerNames).toEqual([
      { name: "某地", until: "2026-02-28" },
      { name: "东门社区", until: "2026-02-28" },
    ]);
    for (const text of ["东门", "東門", "西门"]) {
      const found = await setting.call(
        ANONYMOUS,
        "query ($text: String) { regions(filter: { text: $text }) { nodes { code } } }",
        { text },
      );
      expect(found.data.regions.nodes).toEqual([{ code: community }]);
    }
    const { rows } = await setting.admin.query(
      "select details -> 'changes' as changes from audit.entry where noun = 'Region' and record_id = $1 and action = 'carryOutRegionChange' order by at, id",
      [community],
    );
    expect(rows.at(-1)?.changes).toEqual([
      { field: "name", before: "东门社区", after: "西门社区" },
    ]);
  });
});

describe("endRegion", () => {
  it("is refused as long as something is there, which it names", async () => {
    const grid = await setting.place("GRID", community);
    await setting.organization(community);
    const refused = await end(setting.operator);
    expect(refused.code).toBe("BAD_USER_INPUT");
    expect(refused.message).toMatch(/1 places below it, 1 organisations and 0 committees/);
    expect((await end(setting.operator, { code: grid })).code).toBeUndefined();
    expect((await regionOf(grid)).endedOn).toBe("2026-03-01");
    expect((await regionOf(community)).children.nodes).toEqual([]);
    const listed = (ended: boolean | null) =>
      setting.call(
        ANONYMOUS,
        "query ($within: String, $ended: Boolean) { regions(filter: { within: $within, ended: $ended }) { nodes { code } } }",
        { within: community, ended },
      );
    expect((await listed(null)).data.regions.nodes).toEqual([{ code: community }]);
    expect((await listed(true)).data.regions.nodes).toEqual([{ code: grid }]);
  });

  it("leaves nothing new to be entered there", async () => {
    await end(setting.operator);
    await expect(setting.place("GRID", community)).rejects.toThrow(/is no more since 2026-03-01/);
    await expect(setting.organization(community)).rejects.toThrow(/is no more/);
    await expect(
      setting.committee("COMMUNITY", community, { organizationId: randomUUID() }),
    ).rejects.toThrow(/is no more/);
    for (const send of [rename, end, move])
      expect((await send(setting.operator)).code).toBe("BAD_USER_INPUT");
  });
});

describe("mergeRegions", () => {
  it("takes everything along: places below, units, committees; the old code leads to the new one", async () => {
    const unit = await setting.organization(street);
    const inside = await setting.organization(community);
    const [own, came] = [
      await setting.committee("STREET", other),
      await setting.committee("STREET", street),
    ];
    const below = await setting.committee("COMMUNITY", community, { parentId: came });
    expect((await merge(setting.operator)).code).toBeUndefined();
    expect(await regionOf(street)).toMatchObject({
      endedOn: "2026-03-01",
      mergedInto: { code: other },
      children: { nodes: [] },
    });
    const into = await regionOf(other);
    expect(into.children.nodes).toEqual([{ code: community }]);
    expect(new Set(into.committees.nodes.map(({ id }: { id: string }) => id))).toEqual(
      new Set([own, came, below]),
    );
    expect(await pathOf("organization", unit)).toEqual({
      region_code: other,
      region_path: [PROVINCE, null, district, other, null, null],
      alliance_code: district,
    });
    expect((await pathOf("organization", inside)).region_path[3]).toBe(other);
    expect(await pathOf("committee", below)).toMatchObject({ region_code: community });
    const { data } = await setting.call(
      ANONYMOUS,
      "query ($id: ID!) { committee(id: $id) { cameFrom { code } region { code } children { nodes { id } } } }",
      { id: came },
    );
    expect(data.committee).toEqual({
      cameFrom: { code: street },
      region: { code: other },
      children: { nodes: [{ id: below }] },
    });
    // The place still takes no second committee of its own.
    await expect(setting.committee("STREET", other)).rejects.toThrow(/already has a committee/);
  });

  it("is for another region of the same level", async () => {
    for (const intoCode of [street, district, community])
      expect((await merge(setting.operator, { intoCode })).code).toBe("BAD_USER_INPUT");
    expect((await merge(setting.operator, { intoCode: "none" })).code).toBe("NOT_FOUND");
  });
});

describe("moveRegion", () => {
  it("takes everything below along, and leaves committees whose place has left that of the one above", async () => {
    const [home, abroad] = [await setting.place("DISTRICT"), await setting.place("DISTRICT")];
    street = await setting.place("STREET", home);
    community = await setting.place("COMMUNITY", street);
    const over = await setting.committee("DISTRICT", home);
    const middle = await setting.committee("STREET", street, { parentId: over });
    const below = await setting.committee("COMMUNITY", community, { parentId: middle });
    const unit = await setting.organization(community);
    const { data, message } = await move(setting.operator, { code: street, parentCode: abroad });
    expect(message).toBeUndefined();
    expect(data.moveRegion.regionChange).toMatchObject({
      state: "DONE",
      formerParent: { code: home },
      other: { code: abroad },
    });
    expect((await regionOf(street)).parent).toEqual({ code: abroad });
    expect(await pathOf("organization", unit)).toEqual({
      region_code: community,
      region_path: [PROVINCE, null, abroad, street, community, null],
      alliance_code: abroad,
    });
    const { rows } = await setting.admin.query(
      "select id, parent_id, ancestor_ids, alliance_code from organizations.committee where id in ($1, $2) order by id = $1",
      [middle, below],
    );
    expect(rows).toEqual([
      { id: below, parent_id: middle, ancestor_ids: [middle], alliance_code: abroad },
      { id: middle, parent_id: null, ancestor_ids: [], alliance_code: abroad },
    ]);
    const places = await setting.admin.query(
      "select path, alliance_code from organizations.region where code = $1",
      [community],
    );
    expect(places.rows).toEqual([
      { path: [PROVINCE, null, abroad, street, community, null], alliance_code: abroad },
    ]);
  });

  it.each([
    ["to where it is", () => ({ parentCode: street })],
    ["below a place of its own level", () => ({ parentCode: community, code: community })],
    ["below one that is below it", () => ({ code: street, parentCode: community })],
  ])("is refused %s", async (_what, over) => {
    expect((await move(setting.operator, over())).code).toBe("BAD_USER_INPUT");
  });
});
