import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  ENTITIES,
  type OrganizationsSetting,
  PROVINCE,
  createOrganizationsSetting,
} from "./organizations-setting.ts";
import { auditorOf } from "./viewers.ts";

let setting: OrganizationsSetting;
let district: string;
/** Streets of three communities each, and every place with a committee. */
let streets: string[];
/** Committees of the first street, newest first. */
let committees: string[];
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  district = await setting.place("DISTRICT");
  streets = [];
  committees = [];
  for (let street = 0; street < 3; street++) {
    const code = await setting.place("STREET", district);
    const above = await setting.committee("STREET", code);
    const parentId = await setting.organization(code);
    const made = [above];
    for (let community = 0; community < 3; community++) {
      const place = await setting.place("COMMUNITY", code);
      await setting.organization(place, { parentId });
      made.unshift(await setting.committee("COMMUNITY", place, { parentId: above }));
    }
    streets.push(code);
    if (street === 0) committees = made;
  }
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** Statements of a call, for each of some variables. */
async function costs(viewer: Viewer, query: string, each: readonly object[]): Promise<number[]> {
  const counts: number[] = [];
  for (const variables of each) {
    expect((await setting.call(viewer, query, variables)).code).toBeUndefined();
    counts.push(setting.statements.length);
  }
  return counts;
}
const SIZES = [{ first: 1 }, { first: 5 }, { first: 100 }];

describe("pages cost the same number of statements, whatever their size", () => {
  it("of organisations", async () => {
    // Other columns of the two regions: what is read at one moment by chance would be one statement.
    const query =
      "query ($first: Int) { organizations(first: $first) { totalCount nodes { region { parent { code name } } parent { region { code } } } } }";
    const [one, ...more] = await costs(ANONYMOUS, query, SIZES.slice(1));
    expect(one).toBeLessThanOrEqual(7);
    expect(more).toEqual([one]);
  });

  it("of regions with their committees", async () => {
    const query = `query ($first: Int) { regions(first: $first, filter: { within: "${district}", levels: [STREET] }) { totalCount nodes {
      committees(first: $first, levels: [COMMUNITY]) { totalCount nodes { region { code } parent { id } organization { id } } }
    } } }`;
    // The level of the district is looked up once.
    await costs(ANONYMOUS, query, [{ first: 1 }]);
    // Regions and their total; committees and theirs; region, parent, organisation of each.
    expect(await costs(ANONYMOUS, query, SIZES)).toEqual([7, 7, 7]);
  });

  it("of audit entries", async () => {
    const query = "query ($first: Int) { auditEntries(first: $first) { totalCount nodes { id } } }";
    expect(await costs(auditorOf(PROVINCE), query, SIZES)).toEqual([2, 2, 2]);
  });

  it("of entities asked for by key", async () => {
    const keys = committees.map((id) => ({ __typename: "Committee", id }));
    const query = ENTITIES("Committee", "{ id region { code } organization { id } }");
    expect(await costs(ANONYMOUS, query, [{ keys: keys.slice(0, 1) }, { keys }])).toEqual([3, 3]);
  });

  it("and a total that nobody asks for is not counted", async () => {
    expect(
      await costs(
        ANONYMOUS,
        "query ($first: Int) { organizations(first: $first) { nodes { id } } }",
        SIZES,
      ),
    ).toEqual([1, 1, 1]);
  });
});

describe("the committees of a region", () => {
  const COMMITTEES =
    "query ($code: String!, $levels: [CommitteeLevel!], $first: Int, $after: String) { region(code: $code) { committees(levels: $levels, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } }";
  const ask = async (variables: object) => {
    const { data } = await setting.call(ANONYMOUS, COMMITTEES, variables);
    return data.region.committees;
  };
  const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

  it("are its own and those of all below it, of the levels asked for", async () => {
    const [code] = streets;
    expect(idsOf(await ask({ code }))).toEqual(committees);
    expect(idsOf(await ask({ code, levels: ["STREET"] }))).toEqual(committees.slice(-1));
    expect(idsOf(await ask({ code, levels: ["COMMUNITY"] }))).toEqual(committees.slice(0, -1));
    expect(idsOf(await ask({ code, levels: ["STREET", "COMMUNITY"] }))).toEqual(committees);
    expect(await ask({ code, levels: [] })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await ask({ code: district })).toMatchObject({ totalCount: 12 });
  });

  it("go on behind a cursor until all have come once", async () => {
    for (const first of [1, 2, 3, 4, 5]) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page = await ask({ code: streets[0], first, after });
        seen.push(...idsOf(page));
        more = page.pageInfo.hasNextPage;
        after = page.pageInfo.endCursor;
      }
      expect(seen).toEqual(committees);
    }
  });

  it.each([
    ["no rows", { first: 0 }],
    ["more than a page", { first: 101 }],
    ["behind what is no cursor", { after: "x" }],
  ])("refuse %s", async (_what, args) => {
    const { code } = await setting.call(ANONYMOUS, COMMITTEES, { code: streets[0], ...args });
    expect(code).toBe("BAD_USER_INPUT");
  });
});

describe("records by key", () => {
  it("come for everybody, in the order asked for, and null for what is none", async () => {
    const [id] = committees;
    const organizationId = await setting.organization(district);
    for (const [type, field, known, unknown] of [
      ["Region", "code", district, "999999"],
      ["Organization", "id", organizationId, randomUUID()],
      ["Organization", "id", organizationId, "x"],
      ["Committee", "id", id, randomUUID()],
      ["Committee", "id", id, "' or true --"],
    ] as const) {
      const keys = [unknown, known, known].map((key) => ({ __typename: type, [field]: key }));
      const { data } = await setting.call(ANONYMOUS, ENTITIES(type, `{ ${field} }`), { keys });
      expect(data.entities).toEqual([null, { [field]: known }, { [field]: known }]);
    }
  });

  it("are asked for as root fields, too", async () => {
    const query = "query ($id: ID!) { committee(id: $id) { id } organization(id: $id) { id } }";
    const [id] = committees;
    expect((await setting.call(ANONYMOUS, query, { id })).data).toEqual({
      committee: { id },
      organization: null,
    });
    expect((await setting.call(ANONYMOUS, query, { id: "x" })).data).toEqual({
      committee: null,
      organization: null,
    });
  });
});
