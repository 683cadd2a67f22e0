import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type OrganizationsSetting, createOrganizationsSetting } from "./organizations-setting.ts";

let setting: OrganizationsSetting;
let district: string;
/** Each with two communities. */
let streets: { code: string; committee: string; communities: string[] }[];
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
  streets = [];
  for (const name of ["城南街道大工委", "城北街道大工委"]) {
    const code = await setting.place("STREET", district);
    const committee = await setting.committee("STREET", code, { name });
    const communities: string[] = [];
    for (const at of ["一", "二"]) {
      const place = await setting.place("COMMUNITY", code);
      const below = { parentId: committee, name: `${name.slice(0, 2)}第${at}社区大党委` };
      communities.unshift(await setting.committee("COMMUNITY", place, below));
    }
    streets.push({ code, committee, communities });
  }
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const LIST =
  "query ($filter: CommitteeFilter, $first: Int) { committees(filter: $filter, first: $first) { totalCount nodes { id } } }";
const idsOf = ({ nodes }: { nodes: { id: string }[] }): string[] => nodes.map(({ id }) => id);
const listed = async (filter: object): Promise<string[]> => {
  const { data } = await setting.call(ANONYMOUS, LIST, { filter, first: 100 });
  expect(data.committees.totalCount).toBe(data.committees.nodes.length);
  return idsOf(data.committees);
};
const all = (): string[] =>
  streets.toReversed().flatMap(({ communities, committee }) => [...communities, committee]);

describe("committees", () => {
  it("are those of the place and of the levels that are asked for, newest first", async () => {
    const [south, north] = streets;
    expect(await listed({ regionCode: district })).toEqual(all());
    expect(await listed({ regionCode: south?.code })).toEqual([
      ...(south?.communities ?? []),
      south?.committee,
    ]);
    expect(await listed({ regionCode: district, levels: ["STREET"] })).toEqual([
      north?.committee,
      south?.committee,
    ]);
    expect(await listed({ levels: [] })).toEqual([]);
    expect(await listed({ regionCode: "999999" })).toEqual([]);
  });

  it("are found by a part of the name, in either script", async () => {
    const [south] = streets;
    expect(await listed({ text: "城南街" })).toEqual([south?.committee]);
    expect(await listed({ text: "城南 大黨委" })).toEqual(south?.communities);
    expect(await listed({ text: "医院" })).toEqual([]);
  });

  it("that were there before they could be found by name are found after the migrations", async () => {
    const [, north] = streets;
    await setting.admin.query(
      "update organizations.committee set search_key = '', search_grams = '{}'",
    );
    await setting.admin.query("comment on column organizations.committee.search_key is null");
    expect(await listed({ text: "城北街" })).toEqual([]);
    await setting.migrate();
    expect(await listed({ text: "城北街" })).toEqual([north?.committee]);
  });
});

describe("the tree", () => {
  it("begins with the places that are in no other, and goes down level by level", async () => {
    const top = await setting.call(
      ANONYMOUS,
      "{ regions(filter: { topmost: true }) { nodes { code parent { code } } } others: regions(filter: { topmost: false }, first: 100) { nodes { parent { code } } } }",
    );
    expect(top.data.regions.nodes).toEqual([{ code: "440000", parent: null }]);
    expect(top.data.others.nodes.length).toBeGreaterThan(0);
    for (const { parent } of top.data.others.nodes) expect(parent).not.toBeNull();
    const query =
      "query ($code: String!, $first: Int, $after: String) { region(code: $code) { children(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { code } } } }";
    const codes = streets.map(({ code }) => code).toSorted();
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await setting.call(ANONYMOUS, query, { code: district, first: 1, after });
      const { children } = data.region;
      expect(children.totalCount).toBe(2);
      seen.push(...children.nodes.map(({ code }: { code: string }) => code));
      more = children.pageInfo.hasNextPage;
      after = children.pageInfo.endCursor;
    }
    expect(seen).toEqual(codes);
    const some =
      "query ($code: String!, $levels: [RegionLevel!]) { region(code: $code) { children(levels: $levels) { totalCount } } }";
    for (const [levels, totalCount] of [
      [["STREET"], 2],
      [["GRID", "STREET"], 2],
      [["GRID"], 0],
      [[], 0],
    ] as const) {
      const { data } = await setting.call(ANONYMOUS, some, { code: district, levels });
      expect(data.region.children).toEqual({ totalCount });
    }
  });

  it("has each place's own committees, and each committee those directly below it", async () => {
    const [south] = streets;
    const { data } = await setting.call(
      ANONYMOUS,
      "query ($code: String!, $id: ID!) { region(code: $code) { committees(includeBelow: false) { totalCount nodes { id } } } committee(id: $id) { children { totalCount nodes { id } } } }",
      { code: south?.code, id: south?.committee },
    );
    expect(idsOf(data.region.committees)).toEqual([south?.committee]);
    expect(data.region.committees.totalCount).toBe(1);
    expect(idsOf(data.committee.children)).toEqual(south?.communities);
    expect(data.committee.children.totalCount).toBe(2);
  });

  it("costs the same number of statements, however many places there are", async () => {
    const query = `query ($first: Int) { region(code: "${district}") { children(first: $first) { totalCount nodes {
      committees(includeBelow: false) { nodes { children(first: $first) { nodes { id } } } }
      children(first: $first) { totalCount nodes { committees(includeBelow: false) { nodes { id } } } }
    } } } }`;
    const costs: number[] = [];
    for (const first of [1, 2, 100]) {
      expect((await setting.call(ANONYMOUS, query, { first })).code).toBeUndefined();
      costs.push(setting.statements.length);
    }
    expect(costs).toEqual([costs[0], costs[0], costs[0]]);
    expect(costs[0]).toBeLessThanOrEqual(9);
  });
});
