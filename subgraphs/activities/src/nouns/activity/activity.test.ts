import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { Audience, mayRead } from "@alliance-hub/sharing/audience";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { ACTIVITY_STEPS, ActivityState } from "./activity.entity.ts";
import { requireActivityTime } from "../../mechanisms/activity-time/activity-time.ts";
import { requireOpen } from "./activity.service.ts";
import { type ActivityAction, can, canRead } from "./activity.policy.ts";

const states = fc.constantFrom(...Object.values(ActivityState));
const ids = fc.constantFrom("a", "b", "c", "d");
const someIds = fc.uniqueArray(ids);
const viewers: fc.Arbitrary<Viewer> = fc
  .record({
    organizationIds: someIds,
    runsCommitteeIds: someIds,
    committeeIds: someIds,
    allianceCodes: someIds,
  })
  .map((held) => ({ ...ANONYMOUS, kind: "PERSON" as const, subject: "somebody", ...held }));
const activities = fc
  .record({
    audience: fc.constantFrom(...Object.values(Audience)),
    committeeId: ids,
    allianceCode: ids,
    hostId: ids,
    guestIds: someIds,
  })
  .map(({ guestIds, ...activity }) => ({
    ...activity,
    participantIds: [...new Set([activity.hostId, ...guestIds])],
  }));
const actions = fc.constantFrom<ActivityAction>(
  "schedule",
  "reschedule",
  "update",
  "cancel",
  "hold",
);

describe("the steps of an activity", () => {
  it("are those of the design and no others", () => {
    fc.assert(
      fc.property(states, states, (from, to) => {
        const ahead = from === "SCHEDULED" || from === "RESCHEDULED";
        const step = () =>
          requireTransition(ACTIVITY_STEPS, { id: "x", state: from }, { noun: "Activity", to });
        // Back is the one way that leads from what is over, and only from there.
        if (ahead === (to !== "SCHEDULED")) expect(step).not.toThrow();
        else expect(step).toThrow(`is ${from} and cannot become ${to}`);
      }),
    );
  });

  it("end with what was held or cancelled: nobody joins it any more", () => {
    const joined = { zh: "参加", en: "joined" };
    expect(() => requireOpen({ id: "x", state: "RESCHEDULED" }, joined)).not.toThrow();
    expect(() => requireOpen({ id: "x", state: "HELD" }, joined)).toThrow(
      "is HELD and cannot become joined",
    );
    expect(() => requireOpen({ id: "x", state: "CANCELLED" }, joined)).toThrow("is CANCELLED");
  });

  it("are not said to be final where a mistake can be undone", () => {
    for (const state of ["HELD", "CANCELLED"] as const) {
      const move = () =>
        requireTransition(
          ACTIVITY_STEPS,
          { id: "x", state },
          { noun: "Activity", to: "RESCHEDULED" },
        );
      expect(move).toThrow("Allowed from here: SCHEDULED.");
    }
  });
});

describe("the time of an activity", () => {
  const now = new Date("2026-03-01T04:00:00Z");
  const range = (start: string, end: string) => () =>
    requireActivityTime({ start: new Date(start), end: new Date(end) }, now);

  it("may lie in the past, and up to 800 days ahead", () => {
    expect(range("1990-01-01T00:00:00+08:00", "1990-01-01T01:00:00+08:00")).not.toThrow();
    expect(range("2028-05-09T04:00:00Z", "2028-05-10T04:00:00Z")).not.toThrow();
    expect(range("2028-05-09T04:00:00.001Z", "2028-05-10T04:00:00Z")).toThrow(
      "more than 800 days ahead",
    );
    expect(range("1989-12-31T23:59:59+08:00", "1990-01-01T01:00:00+08:00")).toThrow(
      "before 1990 cannot be entered",
    );
  });

  it("is neither empty nor turned round, and lasts 31 days at most", () => {
    expect(range("2026-03-01T04:00:00Z", "2026-04-01T04:00:00Z")).not.toThrow();
    expect(range("2026-03-01T04:00:00Z", "2026-04-01T04:00:00.001Z")).toThrow(
      "longer than 31 days",
    );
    expect(range("2026-03-01T04:00:00Z", "2026-03-01T04:00:00Z")).toThrow("not after its start");
    expect(range("2026-03-02T04:00:00Z", "2026-03-01T04:00:00Z")).toThrow("not after its start");
  });
});

describe("who may", () => {
  it("see an activity: the audience, and whoever takes part", () => {
    fc.assert(
      fc.property(viewers, activities, (viewer, activity) => {
        expect(canRead(viewer, activity)).toBe(
          mayRead(viewer, { ...activity, partyIds: activity.participantIds }),
        );
        if (viewer.organizationIds.includes(activity.hostId))
          expect(canRead(viewer, activity)).toBe(true);
      }),
    );
  });

  it("change an activity: whoever runs the committee or acts for the host; they also see it", () => {
    fc.assert(
      fc.property(viewers, actions, activities, (viewer, action, activity) => {
        const allowed =
          viewer.runsCommitteeIds.includes(activity.committeeId) ||
          viewer.organizationIds.includes(activity.hostId);
        expect(can(viewer, action, activity)).toBe(allowed);
        if (allowed) expect(canRead(viewer, activity)).toBe(true);
      }),
    );
  });

  it("nobody who is not signed in, and no partner without the scope to write", () => {
    fc.assert(
      fc.property(actions, activities, (action, activity) => {
        const partner: Viewer = {
          ...ANONYMOUS,
          kind: "PARTNER",
          subject: "p",
          organizationIds: [activity.hostId],
          scopes: ["read"],
        };
        expect(can(ANONYMOUS, action, activity)).toBe(false);
        expect(can(partner, action, activity)).toBe(false);
        expect(can({ ...partner, scopes: ["read", "write"] }, action, activity)).toBe(true);
      }),
    );
  });
});
