import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { liaisonsAmongPeople, secretariesAmongPeople } from "@alliance-hub/demonstration/people";
import { dayNumberOf, instantOn } from "@alliance-hub/demonstration/present";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { presentAgreements } from "./present-agreements.ts";
import { presentBlockings } from "./present-blockings.ts";
import { presentBookings } from "./present-bookings.ts";
import { presentNeeds } from "./present-needs.ts";
import { presentPlaces } from "./present-places.ts";
import { presentRounds } from "./present-rounds.ts";
import { presentVenues } from "./present-venues.ts";
import { resourceRows } from "./resources.ts";

const places = demonstrationAlliance().map((place) => ({ place, resources: resourceRows(place) }));
const anyPlace = fc.constantFrom(...places);
const anyDay = fc.integer({ min: dayNumberOf("2024-01-02"), max: dayNumberOf("2030-12-31") });
const RUNS = { numRuns: 30 };

/** The days up to yesterday. */
const before = (today: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => today - count + at);

const actingOrganizations = (place: DemonstrationPlace): string[] => [
  ...liaisonsAmongPeople(place).map(({ unit }) => unit.id),
  ...secretariesAmongPeople(place).map(({ seat }) => seat.organizationId),
];

describe("the bookings of the present", () => {
  it("never overlap, and take no more than there is", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, ({ place, resources }, today) => {
        const venues = Object.values(presentVenues(place)).flat();
        const capacities = new Map(
          [...venues, ...resources].map(({ id, capacity }) => [id, capacity ?? 1]),
        );
        const bookings = presentBookings(place, before(today, 60), today);
        expect(bookings.length).toBeLessThan(1200);
        const tooMany = bookings.filter(
          ({ resourceId, quantity }) => quantity > (capacities.get(resourceId) ?? 0),
        );
        expect(tooMany).toEqual([]);
        for (const of of Map.groupBy(bookings, ({ resourceId }) => resourceId).values()) {
          const inOrder = of.toSorted((a, b) => Number(a.startsAt) - Number(b.startsAt));
          const overlapping = inOrder.filter(
            ({ startsAt }, at) => at > 0 && startsAt < (inOrder[at - 1]?.endsAt ?? startsAt),
          );
          expect(overlapping).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it("were made before today and before they began, and the past ones are over", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, ({ place }, today) => {
        const midnight = instantOn(today, 0);
        const odd = presentBookings(place, before(today, 60), today).filter(
          ({ createdAt, updatedAt, startsAt, endsAt, state }) =>
            createdAt >= startsAt ||
            updatedAt >= midnight ||
            createdAt > updatedAt ||
            (state === "REQUESTED" && startsAt < midnight) ||
            (state === "DONE" && endsAt > midnight),
        );
        expect(odd).toEqual([]);
      }),
      RUNS,
    );
  });

  it("give everybody among the people something to decide and something of their own", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, ({ place }, today) => {
        const midnight = instantOn(today, 0);
        const ahead = presentBookings(place, before(today, 40), today).filter(
          ({ startsAt }) => startsAt >= midnight,
        );
        for (const id of actingOrganizations(place)) {
          expect(
            ahead.some(({ providerId, state }) => providerId === id && state === "REQUESTED"),
          ).toBe(true);
          expect(ahead.some(({ organizationId }) => organizationId === id)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("the places of the present", () => {
  const minuteOf = (at: Date): number => at.getUTCHours() * 60 + at.getUTCMinutes();
  const there = (at: Date): Date => new Date(at.getTime() + 8 * 3_600_000);

  it("have an address, a position and hours, and all bookings lie within these", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, ({ place }, today) => {
        const settings = presentPlaces(place);
        const hours = new Map(settings.map((setting) => [setting.venue.resourceId, setting.hours]));
        expect(hours.size).toBe(settings.length);
        // What is listed first can be tried at any hour.
        const listedFirst = resourceRows(place).findLast(({ kind }) => kind === "VENUE");
        expect(hours.get(String(listedFirst?.id))).toEqual([]);
        for (const { venue } of settings) {
          expect(venue.address).toMatch(/示范路 \d+ 号$/);
          expect([venue.latitude, venue.longitude].every(Number.isFinite)).toBe(true);
        }
        const closed = presentBookings(place, before(today, 20), today).filter(
          ({ resourceId, startsAt, endsAt }) => {
            const own = hours.get(resourceId) ?? [];
            const [from, to] = [there(startsAt), there(endsAt)];
            return (
              own.length > 0 &&
              !own.some(
                ({ weekday, fromMinute, toMinute }) =>
                  weekday === (from.getUTCDay() || 7) &&
                  fromMinute <= minuteOf(from) &&
                  toMinute >= minuteOf(to),
              )
            );
          },
        );
        expect(closed).toEqual([]);
      }),
      RUNS,
    );
  });

  it("are blocked at times at which nobody has booked, some of them from now on", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, ({ place }, today) => {
        const blockings = presentBlockings(place, before(today, 60));
        expect(blockings.some(({ startsAt }) => startsAt > instantOn(today, 0))).toBe(true);
        const met = presentBookings(place, before(today, 60), today).filter((booking) =>
          blockings.some(
            ({ resourceId, startsAt, endsAt }) =>
              resourceId === booking.resourceId &&
              startsAt < booking.endsAt &&
              endsAt > booking.startsAt,
          ),
        );
        expect(met).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe("the agreements of the present", () => {
  it("always have one that somebody among the people is the last to sign, some in force and some about to end", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, ({ place, resources }, today) => {
        const agreements = presentAgreements(place, resources, { days: before(today, 395), today });
        expect(agreements.length).toBeLessThan(120);
        const drafts = agreements.filter(({ proposedAt }) => proposedAt === null);
        const drafting = new Set(drafts.map(({ parties }) => parties.at(-1)?.organizationId));
        expect(actingOrganizations(place).filter((id) => !drafting.has(id))).toEqual([]);
        const open = agreements.filter(
          ({ proposedAt, parties, signatures }) =>
            proposedAt !== null && signatures.length < parties.length,
        );
        const last = new Set(open.map(({ parties }) => parties.at(-1)?.organizationId));
        expect(actingOrganizations(place).filter((id) => !last.has(id))).toEqual([]);
        const signedAt = agreements.flatMap(({ signatures }) => signatures.map(({ at }) => at));
        expect(signedAt.every((at) => at < instantOn(today, 0))).toBe(true);
        const inForce = agreements
          .filter((one) => !open.includes(one) && !drafts.includes(one))
          .map(({ agreement }) => dayNumberOf(agreement.termTo) - today)
          .filter((left) => left >= 0);
        expect(inForce.some((left) => left <= 60) && inForce.some((left) => left > 60)).toBe(true);
      }),
      RUNS,
    );
  });

  it("have titles and sides that differ", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, ({ place, resources }, today) => {
        for (const { agreement, parties } of presentAgreements(place, resources, {
          days: before(today, 120),
          today,
        })) {
          expect(agreement.title.length).toBeLessThanOrEqual(100);
          const committee = place.committees.find(({ id }) => id === agreement.committeeId);
          const bound = place.memberships
            .filter((held) => held.committee === committee)
            .map(({ unit }) => unit.id);
          expect([committee?.organizationId, ...bound]).toEqual(
            expect.arrayContaining(parties.map(({ organizationId }) => organizationId)),
          );
          expect(new Set(parties.map(({ organizationId }) => organizationId)).size).toBe(
            parties.length,
          );
        }
      }),
      RUNS,
    );
  });
});

describe("the needs and rounds of the present", () => {
  it("have some that are wanted soon, in rounds that are there, one of which is open", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, ({ place }, today) => {
        const rounds = presentRounds(place, today);
        expect(rounds.some(({ state }) => state === "OPEN")).toBe(true);
        const known = new Set(rounds.map(({ id }) => id));
        const needs = before(today, 365).flatMap((day) => presentNeeds(place, day, today));
        expect(needs.length).toBeLessThan(200);
        expect(needs.filter(({ collectionRoundId: id }) => id !== null && !known.has(id))).toEqual(
          [],
        );
        const wanted = needs.filter(
          ({ state, neededBy }) => state === "PUBLISHED" && dayNumberOf(neededBy ?? "") >= today,
        );
        expect(wanted.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});
