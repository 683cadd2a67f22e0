import { describe, expect, it } from "@jest/globals";
import { findPersonalData } from "@alliance-hub/platform/text/personal-data";
import { demonstrationAlliance } from "./alliance.ts";
import { demonstrationLiaisons } from "./liaisons.ts";
import {
  demonstrationPartners,
  demonstrationPeople,
  otherSecretaries,
  secretariesOf,
} from "./people.ts";

const people = demonstrationPeople();

describe("the demonstration people", () => {
  it("have distinct names that can be typed, and are placeholders", () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    for (const { name, subject, label } of people) {
      expect(name).toMatch(/^[A-Za-z0-9-]+$/);
      expect(subject).toBe(`demo:${name}`);
      expect(label).toMatch(/^(委员|联络员|管理员|审计员) \d{3}$/);
      expect(findPersonalData(label)).toBeUndefined();
    }
  });

  it.each(demonstrationAlliance())("have each role in $name", (place) => {
    const here = people.filter(({ name }) => name.startsWith(`${place.name}-`));
    const communities = place.committees.filter(({ level }) => level === "COMMUNITY");
    const secretaries = here.flatMap(({ roles }) =>
      roles.filter(({ role }) => role === "SECRETARY"),
    );
    expect(secretaries.map(({ committeeId }) => committeeId)).toEqual([
      place.committees[0]?.id,
      ...communities.slice(0, 2).map(({ id }) => id),
      place.district.id,
    ]);
    for (const role of ["operator", "auditor", "member", "clerk"])
      expect(here.map(({ name }) => name)).toContain(`${place.name}-${role}`);
    const appointed = here.filter(({ roles }) =>
      roles.some(({ role }) => role === "OPERATOR" || role === "AUDITOR"),
    );
    expect(appointed.map(({ organizationId }) => organizationId)).toEqual([null, null]);
  });

  it.each(demonstrationAlliance())(
    "have three liaisons of one committee's units in $name, and one of another's only",
    (place) => {
      const liaisons = people.filter(({ name }) => name.startsWith(`${place.name}-liaison-`));
      const committees = liaisons.map(({ organizationId }) =>
        place.memberships
          .filter(({ unit }) => unit.id === organizationId)
          .map(({ committee }) => committee.id),
      );
      const [first, second, third, other] = committees;
      expect(first).toHaveLength(1);
      expect([second, third]).toEqual([first, first]);
      expect(other).toHaveLength(1);
      expect(other).not.toEqual(first);
      expect(new Set(liaisons.map(({ organizationId }) => organizationId)).size).toBe(
        liaisons.length,
      );
    },
  );

  it("act for whoever offers a venue: as secretary of the committee that stands on it", () => {
    const listed = new Set(people.map(({ name }) => name));
    for (const place of demonstrationAlliance()) {
      const secretaries = secretariesOf(place);
      expect(secretaries).toHaveLength(place.committees.length);
      expect(new Set(secretaries.map(({ person }) => person.name)).size).toBe(secretaries.length);
      const led = new Set(secretaries.map(({ seat }) => seat.term.committee.organizationId));
      expect(place.venues.filter(({ providerId }) => !led.has(providerId))).toEqual([]);
    }
    expect(otherSecretaries().some(({ name }) => listed.has(name))).toBe(false);
  });

  it("are among the liaisons; every member unit has one", () => {
    for (const place of demonstrationAlliance()) {
      const units = new Set(place.memberships.map(({ unit }) => unit.id));
      expect(new Set(demonstrationLiaisons(place).map(({ unit }) => unit.id))).toEqual(units);
    }
  });
});

describe("the demonstration partners", () => {
  it("belong to an organisation of their place, and read only", () => {
    const partners = demonstrationPartners();
    const places = demonstrationAlliance();
    expect(partners).toHaveLength(places.length);
    for (const [at, partner] of partners.entries()) {
      expect(places[at]?.organizations.map(({ id }) => id)).toContain(partner.organizationId);
      expect(partner.scopes.every((scope) => scope.endsWith(":read"))).toBe(true);
    }
  });
});
