import { describe, expect, it } from "@jest/globals";
import { version } from "uuid";
import { checkCreditCode } from "@alliance-hub/platform/text/credit-code";
import { demonstrationAlliance } from "./alliance.ts";
import { publishedFigure, publishedParts } from "./published-figures.ts";
import { allRegions } from "./regions.ts";
import { syntheticPlace, syntheticUnits } from "./synthetic.ts";

const places = demonstrationAlliance();
const recordsOf = (place: (typeof places)[number]) => [
  ...place.organizations,
  ...place.committees,
  place.district,
  ...place.memberships,
  ...place.terms,
  ...place.seats,
  ...place.teams,
  ...place.venues,
];

/** Every value is met once. */
function expectDistinct(values: readonly string[]): void {
  expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
}

describe("the demonstration alliance", () => {
  it("is the same each time it is computed", () => {
    expect(demonstrationAlliance()).toEqual(places);
  });

  it("has distinct ids, all of version 7, and distinct region codes", () => {
    const ids = places.flatMap(recordsOf).map(({ id }) => id);
    expectDistinct(ids);
    expect(ids.filter((id) => version(id) !== 7)).toEqual([]);
    expectDistinct(places.flatMap(({ regions }) => allRegions(regions)).map(({ code }) => code));
  });

  it("has valid credit codes, each once, and none for party organisations and owners' committees", () => {
    const organizations = places.flatMap((place) => place.organizations);
    const codes = organizations.flatMap(({ creditCode }) => creditCode ?? []);
    expectDistinct(codes);
    expect(codes.flatMap((code) => checkCreditCode(code) ?? [])).toEqual([]);
    const without = organizations
      .filter(({ creditCode }) => creditCode === null)
      .map(({ kind }) => kind);
    expect(new Set(without)).toEqual(new Set(["PARTY_ORGANIZATION", "OWNERS_COMMITTEE"]));
  });

  it("lies in its own regions: each below its parent, each organisation after the one above it", () => {
    for (const { regions, organizations } of places) {
      const codes = new Set<string>();
      for (const region of allRegions(regions)) {
        expect(region.parentCode === null || codes.has(region.parentCode)).toBe(true);
        codes.add(region.code);
      }
      const ids = new Set<string>();
      for (const { id, parentId, region } of organizations) {
        expect(codes.has(region.code)).toBe(true);
        expect(parentId === null || ids.has(parentId)).toBe(true);
        ids.add(id);
      }
    }
  });

  it("has member units and seats of organisations that are there, and one secretary and one current term a committee", () => {
    for (const { committees, organizations, memberships, seats, terms } of places) {
      const ids = new Set(organizations.map(({ id }) => id));
      for (const committee of committees) {
        const units = memberships
          .filter((held) => held.committee === committee)
          .map(({ unit }) => unit.id);
        expectDistinct(units);
        expect(units.length).toBeGreaterThan(2);
        expect(
          terms.filter((term) => term.committee === committee && term.state === "CURRENT"),
        ).toHaveLength(1);
        const held = seats.filter(
          ({ term, until }) => term.committee === committee && until === null,
        );
        expect(held.filter(({ role }) => role === "SECRETARY")).toHaveLength(1);
        for (const { organizationId } of held)
          expect([committee.organizationId, ...units]).toContain(organizationId);
      }
      for (const { organizationId } of seats) expect(ids.has(organizationId)).toBe(true);
    }
  });

  it.each(places)("has a district committee in $name that is above all others", (place) => {
    const { district, committees, regions, seats, memberships } = place;
    expect([district.level, district.region]).toEqual(["DISTRICT", regions.root]);
    for (const { ancestorIds, parentId } of committees) {
      expect(ancestorIds.at(-1)).toBe(district.id);
      expect(ancestorIds[0]).toBe(parentId);
    }
    // One of a level and kind in one place.
    expectDistinct(
      [district, ...committees].map(({ region, level, kind }) => `${region.code} ${level} ${kind}`),
    );
    const held = seats.filter(({ term }) => term.committee === district);
    expect(held.map(({ role }) => role)).toEqual([
      "SECRETARY",
      "DEPUTY_SECRETARY",
      "MEMBER",
      "MEMBER",
    ]);
    expect(memberships.filter(({ committee }) => committee === district)).toEqual([]);
  });

  it.each(places)(
    "has the parts that the source of $name counts",
    ({ published, committees, regions, venues, teams }) => {
      const level = (wanted: string) =>
        committees.filter((committee) => committee.level === wanted).length;
      const counted = {
        streetCommittees: level("STREET"),
        communityCommittees: level("COMMUNITY"),
        demonstrationCommittees: committees.filter(({ demonstration }) => demonstration).length,
        grids: regions.grids.length,
        communities: regions.communities.length,
        residentialEstates: regions.estates.length,
        venues: venues.length,
        teams: teams.length,
      };
      for (const [name, count] of Object.entries(counted))
        expect([name, publishedFigure(published, name) ?? count]).toEqual([name, count]);
      const kinds = Object.values(Object.groupBy(venues, ({ venueKind }) => venueKind)).map(
        (of) => of.length,
      );
      const parts = Object.values(publishedParts(published, "venues"));
      // Which part is which kind is counted end to end, by the scenario of the demonstration.
      if (parts.length > 0) expect(new Set(kinds)).toEqual(new Set(parts));
    },
  );
});

describe("names and texts", () => {
  it("call each unit of a place something else, as a town would", () => {
    for (const { units } of places) {
      expectDistinct(units.map(({ name }) => name));
      expect(units.filter(({ name }) => /\d/.test(name))).toEqual([]);
    }
    expect(places.flatMap(({ units }) => units).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["人民医院", "第三中学", "供电公司"]),
    );
  });

  it("put towns below a county, and streets below a district", () => {
    const below = (wanted: string) =>
      places
        .filter(({ regions }) => regions.root.name.endsWith(wanted))
        .flatMap(({ regions }) => regions.streets)
        .map(({ name }) => name);
    expect(below("县").filter((name) => !name.endsWith("镇"))).toEqual([]);
    expect(below("区").filter((name) => !name.endsWith("街道"))).toEqual([]);
    expect(below("县").length).toBeGreaterThan(0);
  });

  it("give venues of a place different titles, and few the same description", () => {
    for (const { venues } of places) {
      expectDistinct(venues.map(({ title }) => title));
      const texts = Object.values(Object.groupBy(venues, ({ description }) => description));
      const most = Math.max(...texts.map((same) => same?.length ?? 0));
      expect(most).toBeLessThanOrEqual(Math.max(3, venues.length / 15));
    }
  });
});

describe("synthetic data", () => {
  it("lies in a district of its own and is different in each step", () => {
    const { regions, partyOrganizations } = syntheticPlace();
    expect(regions.every(({ code }) => code.startsWith("990001"))).toBe(true);
    const units = [1, 2, 3].flatMap((step) => syntheticUnits(step)).map(({ unit }) => unit);
    expect(units).toHaveLength(600);
    expectDistinct([...units, ...partyOrganizations].map(({ id }) => id));
    expectDistinct(units.map(({ creditCode }) => creditCode ?? ""));
    expectDistinct(units.map(({ name }) => name));
  });
});
