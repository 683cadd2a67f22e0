import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { DISTRICT, type MembersSetting, STREET, createMembersSetting } from "./members-setting.ts";

/** A second street, with one community. */
const OTHER_STREET = "445202002";
const COMMUNITIES = ["445202001001", "445202001002", "445202001003", "445202002001"] as const;
const STREETS = [STREET, OTHER_STREET] as const;
const streetOf = (community: string): string => community.slice(0, 9);

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
  await setting.admin.query(
    `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
     values ($2, '街道', 'STREET', array[null, null, $1, $2, null, null], $1, now(), now())`,
    [DISTRICT, OTHER_STREET],
  );
  for (const code of COMMUNITIES)
    await setting.admin.query(
      `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
       values ($2, '社区', 'COMMUNITY', array[null, null, $1, $3, $2, null], $1, now(), now())`,
      [DISTRICT, code, streetOf(code)],
    );
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await setting.admin.query("delete from members.registration");
});

interface Place {
  readonly code: string;
  readonly units: number;
  readonly headcount: number;
}

async function balance(args: string, first = 2): Promise<Place[]> {
  const places: Place[] = [];
  for (let after = "null"; after !== "";) {
    const { data } = await setting.call(
      ANONYMOUS,
      `{ registrationBalance(${args}, first: ${first}, after: ${after}) {
        totalCount pageInfo { hasNextPage endCursor } nodes { region { code } units headcount } } }`,
    );
    const { nodes, pageInfo } = data.registrationBalance;
    for (const { region, ...counted } of nodes) places.push({ code: region.code, ...counted });
    after = pageInfo.hasNextPage ? JSON.stringify(pageInfo.endCursor) : "";
  }
  return places;
}

interface Entered {
  readonly unit: number;
  readonly place: string;
  readonly state: string;
  readonly headcount: number;
}

const registrations: fc.Arbitrary<Entered[]> = fc.array(
  fc.record({
    unit: fc.constantFrom(1, 2, 3),
    place: fc.constantFrom(...COMMUNITIES, ...STREETS),
    state: fc.constantFrom("SUBMITTED", "ACCEPTED", "RETURNED", "ENDED"),
    headcount: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 20 },
);

async function enter(all: readonly Entered[]): Promise<void> {
  await setting.admin.query("delete from members.registration");
  for (const { unit, place, state, headcount } of all) {
    const community = place.length === 12 ? place : null;
    await setting.admin.query(
      `insert into members.registration (id, created_at, updated_at, organization_id, community_code, state, headcount, submitted_at, accepted_at, returned_at, return_reason, ended_at, end_reason, region_code, region_path, alliance_code)
       values ($1, now(), now(), $2, $3, $4, $5, now(), case when $4 in ('ACCEPTED', 'ENDED') then now() end, case when $4 = 'RETURNED' then now() end, case when $4 = 'RETURNED' then '-' end, case when $4 = 'ENDED' then now() end, case when $4 = 'ENDED' then '-' end, $3, $6, $7)
       on conflict do nothing`,
      [
        randomUUID(),
        `00000000-0000-7000-8000-00000000000${unit}`,
        place,
        state,
        headcount,
        [null, null, DISTRICT, streetOf(place), community, null],
        DISTRICT,
      ],
    );
  }
}

/** The places with what stands there, counted from the stored records. */
async function counted(places: readonly string[]): Promise<Place[]> {
  const { rows } = await setting.admin.query<Place>(
    `select code, (select count(distinct organization_id)::integer from members.registration where state = 'ACCEPTED' and code = any (region_path)) as units,
       (select coalesce(sum(headcount), 0)::integer from members.registration where state = 'ACCEPTED' and code = any (region_path)) as headcount
     from unnest($1::text[]) as code`,
    [places],
  );
  return rows;
}

const compared = (one: Place, other: Place, by: readonly (keyof Place)[]): number => {
  for (const key of by) if (one[key] !== other[key]) return one[key] < other[key] ? -1 : 1;
  return 0;
};

it("the balance has each place once, in its order, whatever is registered", async () => {
  await fc.assert(
    fc.asyncProperty(registrations, async (all) => {
      await enter(all);
      const communities = await counted(COMMUNITIES);
      const byUnits = communities.toSorted((one, other) =>
        compared(one, other, ["units", "headcount", "code"]),
      );
      expect(await balance(`regionCode: "${DISTRICT}"`)).toEqual(byUnits);
      expect(await balance(`regionCode: "${DISTRICT}", orderBy: MOST_UNITS`)).toEqual(
        byUnits.toReversed(),
      );
      const byMembers = communities
        .filter(({ code }) => streetOf(code) === STREET)
        .toSorted((one, other) => compared(one, other, ["headcount", "units", "code"]));
      expect(await balance(`regionCode: "${STREET}", orderBy: FEWEST_MEMBERS`)).toEqual(byMembers);
      const streets = (await counted(STREETS)).toSorted((one, other) =>
        compared(one, other, ["units", "headcount", "code"]),
      );
      expect(await balance(`regionCode: "${DISTRICT}", per: STREET`)).toEqual(streets);
    }),
    { numRuns: 20 },
  );
});

it("has places without registrations, and none of an unknown region", async () => {
  const none = COMMUNITIES.map((code) => ({ code, units: 0, headcount: 0 }));
  expect(await balance(`regionCode: "${DISTRICT}"`)).toEqual(none);
  expect(await balance('regionCode: "999999"')).toEqual([]);
});

it("costs the same number of statements, whatever the size of the page", async () => {
  const counts = [];
  for (const first of [1, 4, 100]) {
    await setting.call(
      ANONYMOUS,
      `{ registrationBalance(regionCode: "${DISTRICT}", first: ${first}) { totalCount nodes { region { code } units headcount } } }`,
    );
    counts.push(setting.statements.length);
  }
  expect(new Set(counts)).toEqual(new Set([2]));
});
