import { demonstrationAlliance } from "@alliance-hub/demonstration/alliance";
import { liaisonsAmongPeople, triedCommittees } from "@alliance-hub/demonstration/people";
import { dayNumberOf, instantOn } from "@alliance-hub/demonstration/present";
import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { presentRegistrations } from "./present-registrations.ts";

const anyPlace = fc.constantFrom(...demonstrationAlliance());
const anyDay = fc.integer({ min: dayNumberOf("2024-01-02"), max: dayNumberOf("2030-12-31") });

it("something always waits in the communities that can be tried out, and no unit asks twice at a time", () => {
  fc.assert(
    fc.property(anyPlace, anyDay, (place, today) => {
      const days = Array.from({ length: 365 }, (_, at) => today - 365 + at);
      const all = presentRegistrations(place, days, today);
      expect(all.length).toBeLessThan(200);
      const waiting = all.filter(({ state }) => state === "SUBMITTED");
      const communities = triedCommittees(place).filter(({ level }) => level === "COMMUNITY");
      for (const { region } of communities)
        expect(waiting.some(({ communityCode }) => communityCode === region.code)).toBe(true);
      const asked = waiting.map(
        ({ organizationId, communityCode }) => organizationId + communityCode,
      );
      expect(new Set(asked).size).toBe(asked.length);
      expect(all.every(({ updatedAt }) => updatedAt < instantOn(today, 0))).toBe(true);
      // Those who can be tried out register themselves.
      const left = new Set(liaisonsAmongPeople(place).map(({ unit }) => unit.id));
      expect(all.filter(({ organizationId }) => left.has(organizationId))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
