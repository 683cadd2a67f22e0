import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { MAX_ATTENDANCE } from "./participant.input.ts";
import { type ParticipantAction, can } from "./participant.policy.ts";
import { MAX_PARTICIPANTS } from "../../mechanisms/participant-list/room.ts";

const ids = fc.constantFrom("a", "b", "c");
const viewers: fc.Arbitrary<Viewer> = fc
  .record({ organizationIds: fc.uniqueArray(ids), runsCommitteeIds: fc.uniqueArray(ids) })
  .map((held) => ({ ...ANONYMOUS, kind: "PERSON" as const, subject: "somebody", ...held }));
const participations = fc.record({
  activity: fc.record({ committeeId: ids, hostId: ids }),
  organizationId: ids,
});

describe("who may", () => {
  it("join, leave and record attendance: the unit's or the host's liaison, or whoever runs the committee", () => {
    const actions = fc.constantFrom<ParticipantAction>("join", "leave", "recordAttendance");
    fc.assert(
      fc.property(
        viewers,
        actions,
        participations,
        (viewer, action, { activity, organizationId }) => {
          const own = [organizationId, activity.hostId].some((id) =>
            viewer.organizationIds.includes(id),
          );
          const allowed = own || viewer.runsCommitteeIds.includes(activity.committeeId);
          expect(can(viewer, action, { activity, organizationId })).toBe(allowed);
        },
      ),
    );
  });

  it("nobody who is not signed in", () => {
    const participation = { activity: { committeeId: "a", hostId: "a" }, organizationId: "a" };
    for (const action of ["join", "leave", "recordAttendance"] as const) {
      expect(can(ANONYMOUS, action, participation)).toBe(false);
    }
  });
});

describe("the limits", () => {
  it("keep the sum of any activity within a GraphQL Int", () => {
    expect(MAX_PARTICIPANTS * MAX_ATTENDANCE).toBeLessThan(2 ** 31);
  });
});
