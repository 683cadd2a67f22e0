import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type OrganizationsSetting,
  UPDATE,
  createOrganizationsSetting,
} from "./organizations-setting.ts";

let setting: OrganizationsSetting;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const LIST =
  "query ($filter: OrganizationFilter, $first: Int, $after: String) { organizations(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } nodes { id } } }";
const idsOf = (nodes: { id: string }[]): string[] => nodes.map(({ id }) => id);
/** Ids in the order of the list: newest first. */
const listed = async (filter: object): Promise<string[]> => {
  const { data } = await setting.call(ANONYMOUS, LIST, { filter, first: 100 });
  expect(data.organizations.totalCount).toBe(data.organizations.nodes.length);
  return idsOf(data.organizations.nodes);
};

describe("organizations", () => {
  it("are those of the place, of the kinds and of the places' levels that are asked for", async () => {
    const district = await setting.place("DISTRICT");
    const street = await setting.place("STREET", district);
    const community = await setting.place("COMMUNITY", street);
    const elsewhere = await setting.place("STREET", district);
    const where = [
      { code: district, level: "DISTRICT", path: [district] },
      { code: street, level: "STREET", path: [district, street] },
      { code: elsewhere, level: "STREET", path: [district, elsewhere] },
      { code: community, level: "COMMUNITY", path: [district, street, community] },
    ];
    const made: { id: string; kind: string; level: string; path: string[] }[] = [];
    for (const { code, level, path } of where) {
      for (const kind of ["SCHOOL", "HOSPITAL", "OTHER"])
        made.unshift({ id: await setting.organization(code, { kind }), kind, level, path });
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(district, street, elsewhere, community),
        fc.option(fc.subarray(["SCHOOL", "HOSPITAL", "OTHER", "GOVERNMENT"])),
        fc.option(fc.subarray(["DISTRICT", "STREET", "COMMUNITY", "GRID"])),
        async (regionCode, kinds, regionLevels) => {
          const expected = made.filter(
            ({ kind, level, path }) =>
              path.includes(regionCode) &&
              (kinds?.includes(kind) ?? true) &&
              (regionLevels?.includes(level) ?? true),
          );
          expect(await listed({ regionCode, kinds, regionLevels })).toEqual(idsOf(expected));
        },
      ),
    );
  });

  it("are none of no kind, of no level, or in a place that nobody knows", async () => {
    await setting.organization(await setting.place("DISTRICT"));
    expect(await listed({ kinds: [] })).toEqual([]);
    expect(await listed({ regionLevels: [] })).toEqual([]);
    expect(await listed({ regionCode: "999999" })).toEqual([]);
    expect(await listed({ regionCode: "" })).toEqual([]);
  });

  it("are found by words of name and brand, in either script", async () => {
    const regionCode = await setting.place("DISTRICT");
    const simplified = await setting.organization(regionCode, {
      name: "党群服务中心",
      brand: "暖心驿站 ABC-12",
    });
    const traditional = await setting.organization(regionCode, {
      name: "黨群服務中心",
      brand: "百分之百%",
      creditCode: "91350100M000100Y43",
    });
    const find = (text: string) => listed({ regionCode, text });
    const both = [traditional, simplified];
    for (const text of ["服务", "服務", "黨群服务", " 党群　中心 ", "务", "務", "服_中", "党%心"])
      expect(await find(text)).toEqual(both);
    for (const text of ["驛站", "服務 暖心", "abc", "ＡＢＣ－１２", "站 12"])
      expect(await find(text)).toEqual([simplified]);
    for (const text of ["服 站 百", "心中", "医院"]) expect(await find(text)).toEqual([]);
    for (const text of ["", " ", "\u3000"]) expect(await find(text)).toEqual(both);
    for (const text of ["91350100M000100Y43", "91350100m000100y", "服务 913501"])
      expect(await find(text)).toEqual([traditional]);
    expect(await find("百分之百%")).toEqual([traditional]);
    expect(await listed({ regionCode, text: "服务", kinds: ["SCHOOL"] })).toEqual([]);
    await setting.send(setting.operator, UPDATE, { id: simplified, name: "文明实践站" });
    expect(await find("服务")).toEqual([traditional, simplified]);
    expect(await find("文明實踐")).toEqual([simplified]);
    expect(await find("驿站")).toEqual([simplified]);
    await setting.send(setting.operator, UPDATE, { id: traditional, brand: "新" });
    expect(await find("913501")).toEqual([traditional]);
  });

  it.each([
    ["a text of signs alone", { filter: { text: "%_——" } }],
    ["a text too long", { filter: { text: "词".repeat(10_000) } }],
    ["no rows", { first: 0 }],
    ["fewer than no rows", { first: -1 }],
    ["more than a page", { first: 101 }],
    ["rows behind what is no cursor", { after: "x" }],
  ])("refuse %s", async (_what, variables) => {
    expect((await setting.call(ANONYMOUS, LIST, variables)).code).toBe("BAD_USER_INPUT");
  });

  it("refuse a cursor of another list", async () => {
    const regions = "{ regions(first: 1) { pageInfo { endCursor } } }";
    const { data } = await setting.call(ANONYMOUS, regions);
    const after = data.regions.pageInfo.endCursor;
    expect((await setting.call(ANONYMOUS, LIST, { after })).code).toBe("BAD_USER_INPUT");
  });
});

describe("pages of organisations", () => {
  it("have everything once, newest first, in pages of any size, whatever comes meanwhile", async () => {
    const regionCode = await setting.place("DISTRICT");
    const made: string[] = [];
    for (let at = 0; at < 37; at++)
      made.unshift(
        await setting.organization(regionCode, { kind: at % 3 === 0 ? "SCHOOL" : "OTHER" }),
      );
    const page = async (variables: object) =>
      (await setting.call(ANONYMOUS, LIST, variables)).data.organizations;
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), async (pageSizes, schools) => {
        const filter = { regionCode, kinds: schools ? ["SCHOOL"] : ["OTHER", "SCHOOL"] };
        const expected = await listed(filter);
        const seen: string[] = [];
        let after: string | null = null;
        for (let at = 0, more = true; more; at++) {
          const first = pageSizes[at % pageSizes.length];
          const { nodes, edges, pageInfo, totalCount } = await page({ filter, first, after });
          expect(totalCount).toBe(expected.length);
          expect(nodes).toHaveLength(Math.min(first ?? 0, expected.length - seen.length));
          expect(pageInfo.hasPreviousPage).toBe(at > 0);
          expect(pageInfo.startCursor).toBe(edges[0].cursor);
          expect(pageInfo.endCursor).toBe(edges.at(-1).cursor);
          seen.push(...idsOf(nodes));
          more = pageInfo.hasNextPage;
          after = pageInfo.endCursor;
        }
        expect(seen).toEqual(expected);
      }),
      { numRuns: 25 },
    );
    expect(await listed({ regionCode })).toEqual(made);
    const half = await page({ filter: { regionCode }, first: 20 });
    await setting.organization(regionCode);
    const rest = await page({ filter: { regionCode }, first: 20, after: half.pageInfo.endCursor });
    expect([...idsOf(half.nodes), ...idsOf(rest.nodes)]).toEqual(made);
  });
});
