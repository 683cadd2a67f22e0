import { RegionLevel } from "@alliance-hub/sharing/place";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type OrganizationsSetting, createOrganizationsSetting } from "./organizations-setting.ts";

/** A place as the tests made it: its own code and those above it. */
interface Made {
  readonly code: string;
  readonly level: RegionLevel;
  readonly path: readonly string[];
}

let setting: OrganizationsSetting;
let district: Made;
let places: Made[];
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  const below = async (above: Made | undefined, level: RegionLevel): Promise<Made> => {
    const code = await setting.place(level, above?.code);
    return { code, level, path: [...(above?.path ?? []), code] };
  };
  district = await below(undefined, "DISTRICT");
  places = [district];
  for (let street = 0; street < 2; street++) {
    const inStreet = await below(district, "STREET");
    places.push(inStreet, await below(inStreet, "GRID"));
    for (let community = 0; community < 2; community++) {
      const inCommunity = await below(inStreet, "COMMUNITY");
      places.push(
        inCommunity,
        await below(inCommunity, "GRID"),
        await below(inCommunity, "ESTATE"),
        await below(inCommunity, "ESTATE"),
      );
    }
  }
  // Another district: what lies there is in none of these lists.
  await below(await below(undefined, "DISTRICT"), "STREET");
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const LIST =
  "query ($filter: RegionFilter, $first: Int, $after: String) { regions(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { code } } }";
const listed = async (filter: object): Promise<string[]> => {
  const { data } = await setting.call(ANONYMOUS, LIST, { filter, first: 100 });
  const codes = data.regions.nodes.map(({ code }: { code: string }) => code);
  expect(data.regions.totalCount).toBe(codes.length);
  return codes;
};
const codesOf = (made: readonly Made[]): string[] => made.map(({ code }) => code).toSorted();

describe("regions", () => {
  it("are those of the place and of the levels that are asked for, by code", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.option(fc.subarray(Object.values(RegionLevel))),
        async (within, levels) => {
          const expected = places.filter(
            ({ path, level }) =>
              path.includes(within.code) && (levels === null || levels.includes(level)),
          );
          expect(await listed({ within: within.code, levels })).toEqual(codesOf(expected));
        },
      ),
    );
  });

  it("are found by words of their names, in either script", async () => {
    const [one, other] = places.filter(({ level }) => level === "COMMUNITY");
    for (const [place, name] of [
      [one, "东阳社区"],
      [other, "東風A社區"],
    ] as const)
      await setting.admin.query("update organizations.region set name = $2 where code = $1", [
        place?.code,
        name,
      ]);
    const within = district.code;
    expect(await listed({ within, text: "东阳" })).toEqual([one?.code]);
    expect(await listed({ within, text: "東陽 社區" })).toEqual([one?.code]);
    expect(await listed({ within, text: "東風a" })).toEqual([other?.code]);
    expect(await listed({ within, text: "東陽", levels: ["STREET"] })).toEqual([]);
    for (const text of ["100%", "東%A"]) expect(await listed({ within, text })).toEqual([]);
    expect(await listed({ within, text: " " })).toEqual(codesOf(places));
  });

  it("are none within a place that nobody knows, and none of no level", async () => {
    expect(await listed({ within: "999999" })).toEqual([]);
    expect(await listed({ within: "" })).toEqual([]);
    expect(await listed({ levels: [] })).toEqual([]);
  });

  it("are those that an organisation of the kind serves, each once", async () => {
    const estates = places.filter(({ level }) => level === "ESTATE");
    const serve = async (kind: string, served: readonly Made[]) => {
      const id = await setting.organization(district.code, { kind });
      for (const { code } of served) {
        await setting.admin.query(
          "insert into organizations.service_area (id, created_at, updated_at, organization_id, region_code, starts_on) values (gen_random_uuid(), now(), now(), $1, $2, '2022-01-01')",
          [id, code],
        );
      }
    };
    const [first, second] = [estates.slice(0, 3), estates.slice(2, 5)];
    await serve("PROPERTY_COMPANY", first);
    // Two companies serve the third estate.
    await serve("PROPERTY_COMPANY", second);
    await serve("OWNERS_COMMITTEE", estates.slice(1, 2));
    const within = district.code;
    expect(await listed({ within, servedByKind: "PROPERTY_COMPANY" })).toEqual(
      codesOf(estates.slice(0, 5)),
    );
    expect(await listed({ within, servedByKind: "OWNERS_COMMITTEE" })).toEqual(
      codesOf(estates.slice(1, 2)),
    );
    expect(await listed({ within, servedByKind: "SCHOOL" })).toEqual([]);
    expect(await listed({ levels: ["GRID"], servedByKind: "OWNERS_COMMITTEE" })).toEqual([]);
    const community = estates[0]?.path.at(-2);
    expect(await listed({ within: community, servedByKind: "PROPERTY_COMPANY" })).toEqual(
      codesOf(estates.slice(0, 2)),
    );
  });

  it("come each once in pages of any size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (sizes) => {
          const seen: string[] = [];
          let after: string | null = null;
          for (let at = 0, more = true; more; at++) {
            const first = sizes[at % sizes.length];
            const { data } = await setting.call(ANONYMOUS, LIST, {
              filter: { within: district.code },
              first,
              after,
            });
            seen.push(...data.regions.nodes.map(({ code }: { code: string }) => code));
            more = data.regions.pageInfo.hasNextPage;
            after = data.regions.pageInfo.endCursor;
          }
          expect(seen).toEqual(codesOf(places));
        },
      ),
      { numRuns: 25 },
    );
  });

  it("are found by code, with the place above; what nobody knows is null", async () => {
    const query = "query ($code: String!) { region(code: $code) { code parent { code } } }";
    for (const { code, path } of places.slice(1)) {
      const { data } = await setting.call(ANONYMOUS, query, { code });
      expect(data.region).toEqual({ code, parent: { code: path.at(-2) } });
    }
    for (const code of ["", "999999", "' or true --"])
      expect((await setting.call(ANONYMOUS, query, { code })).data.region).toBeNull();
  });
});
