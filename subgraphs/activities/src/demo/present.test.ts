import { demonstrationAlliance } from "@alliance-hub/demonstration/alliance";
import { liaisonsAmongPeople, triedCommittees } from "@alliance-hub/demonstration/people";
import { dayNumberOf, dayText, instantOn } from "@alliance-hub/demonstration/present";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { presentActivities } from "./present-activities.ts";
import { presentIssues } from "./present-issues.ts";

const anyPlace = fc.constantFrom(...demonstrationAlliance());
const anyDay = fc.integer({ min: dayNumberOf("2024-01-02"), max: dayNumberOf("2030-12-31") });
const RUNS = { numRuns: 40 };

/** The days up to yesterday. */
const before = (today: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => today - count + at);

describe("the calendar of the present", () => {
  it("goes from a year back to three months ahead, with a limited number", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, (place, today) => {
        const all = before(today, 457).flatMap((day) => presentActivities(place, day, today));
        expect(all.length).toBeLessThan(700);
        const starts = all.map(({ activity }) => Number(activity.startsAt));
        expect(Math.min(...starts)).toBeLessThan(Number(instantOn(today - 330, 0)));
        expect(Math.max(...starts)).toBeGreaterThan(Number(instantOn(today + 45, 0)));
        expect(Math.max(...starts)).toBeLessThan(Number(instantOn(today + 100, 0)));
        const week = starts.filter((at) => at >= Number(instantOn(today, 0)));
        expect(week.filter((at) => at < Number(instantOn(today + 14, 0)))).not.toEqual([]);
      }),
      RUNS,
    );
  });

  it("has nothing held that is still to come, and its sums are those of the participants", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, (place, today) => {
        const midnight = instantOn(today, 0);
        for (const { activity, participants, invitations, moved } of before(today, 120).flatMap(
          (day) => presentActivities(place, day, today),
        )) {
          expect(activity.createdAt < midnight && activity.updatedAt < midnight).toBe(true);
          if (activity.state === "HELD") expect(activity.endsAt < midnight).toBe(true);
          expect(activity.state === "CANCELLED").toBe(activity.cancelReason !== null);
          const invited = invitations.filter(({ state }) => state === "INVITED");
          expect([...participants, ...invited].map(({ organizationId }) => organizationId)).toEqual(
            activity.participantIds,
          );
          expect(new Set(activity.participantIds).size).toBe(activity.participantIds.length);
          const came = participants.reduce((sum, { attendance }) => sum + (attendance ?? 0), 0);
          expect(activity.attendance).toBe(came);
          if (moved) expect(moved.toStartsAt).toEqual(activity.startsAt);
        }
      }),
      RUNS,
    );
  });

  it("has an invitation that awaits each unit of those who can sign in, at any time", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, (place, today) => {
        const awaiting = before(today, 120)
          .flatMap((day) => presentActivities(place, day, today))
          .filter(({ activity }) => activity.startsAt > instantOn(today + 1, 0))
          .filter(({ activity: { state } }) => state === "SCHEDULED" || state === "RESCHEDULED")
          .flatMap(({ invitations }) => invitations)
          .filter(({ state }) => state === "INVITED")
          .map(({ organizationId }) => organizationId);
        for (const { unit } of liaisonsAmongPeople(place)) expect(awaiting).toContain(unit.id);
      }),
      RUNS,
    );
  });

  it("plans on a day the same activities, whenever it is looked at", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, fc.integer({ min: 1, max: 400 }), (place, day, later) => {
        const planned = (today: number) =>
          presentActivities(place, day, today).map(({ activity, participants, invitations }) => [
            activity.id,
            activity.title,
            participants.map(({ organizationId }) => organizationId),
            invitations.map(({ organizationId }) => organizationId),
          ]);
        expect(planned(day + later)).toEqual(planned(day + 1));
      }),
      RUNS,
    );
  });
});

describe("the issues of the present", () => {
  it("always have one that is due within a week in each committee that can be tried out", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, (place, today) => {
        const issues = before(today, 60).flatMap((day) => presentIssues(place, day, today));
        for (const { id } of triedCommittees(place)) {
          const due = issues.filter(
            ({ committeeId, state, deadline }) =>
              committeeId === id &&
              state === "RAISED" &&
              String(deadline) >= dayText(today) &&
              String(deadline) <= dayText(today + 7),
          );
          expect(due.length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });
});
