import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { Audience } from "@alliance-hub/sharing/audience";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { ISSUE_STEPS, IssueState } from "./issue.entity.ts";
import { can, canRead } from "./issue.policy.ts";

const ids = fc.constantFrom("a", "b", "c");
const someIds = fc.uniqueArray(ids);
const viewers: fc.Arbitrary<Viewer> = fc
  .record({ organizationIds: someIds, runsCommitteeIds: someIds, seatCommitteeIds: someIds })
  .map((held) => ({ ...ANONYMOUS, kind: "PERSON" as const, subject: "somebody", ...held }));
const matters = fc.record({ committeeId: ids, ownerId: ids, unitIds: someIds });

describe("the steps of an issue", () => {
  it("lead from RAISED to RESOLVED, and back where that was a mistake", () => {
    const step = { noun: "Issue", to: IssueState.RESOLVED } as const;
    const back = { noun: "Issue", to: IssueState.RAISED } as const;
    expect(() =>
      requireTransition(ISSUE_STEPS, { id: "x", state: "RESOLVED" }, back),
    ).not.toThrow();
    expect(() => requireTransition(ISSUE_STEPS, { id: "x", state: "RAISED" }, back)).toThrow();
    expect(() => requireTransition(ISSUE_STEPS, { id: "x", state: "RAISED" }, step)).not.toThrow();
    expect(() => requireTransition(ISSUE_STEPS, { id: "x", state: "RESOLVED" }, step)).toThrow(
      "cannot become RESOLVED",
    );
  });
});

describe("who may", () => {
  it("raise one: whoever runs the committee, has a seat there or acts for one of its units", () => {
    fc.assert(
      fc.property(viewers, matters, (viewer, matter) => {
        const { committeeId, unitIds } = matter;
        const sits =
          viewer.runsCommitteeIds.includes(committeeId) ||
          viewer.seatCommitteeIds.includes(committeeId);
        const allowed = sits || unitIds.some((id) => viewer.organizationIds.includes(id));
        expect(can(viewer, "raise", matter)).toBe(allowed);
      }),
    );
  });

  it("show one beyond the committee: whoever runs it", () => {
    fc.assert(
      fc.property(viewers, matters, (viewer, matter) => {
        const runs = viewer.runsCommitteeIds.includes(matter.committeeId);
        expect(can(viewer, "raiseBeyond", matter)).toBe(runs);
      }),
    );
  });

  it("resolve one: whoever runs the committee or acts for the owner; a seat is not enough", () => {
    fc.assert(
      fc.property(viewers, matters, (viewer, matter) => {
        const runs = viewer.runsCommitteeIds.includes(matter.committeeId);
        expect(can(viewer, "resolve", matter)).toBe(
          runs || viewer.organizationIds.includes(matter.ownerId),
        );
      }),
    );
  });

  it("update one: the same; what the committee decides: whoever runs it", () => {
    fc.assert(
      fc.property(viewers, matters, (viewer, matter) => {
        expect(can(viewer, "update", matter)).toBe(can(viewer, "resolve", matter));
        const runs = viewer.runsCommitteeIds.includes(matter.committeeId);
        expect(can(viewer, "direct", matter)).toBe(runs);
      }),
    );
  });

  it("see one: its owner, whatever the audience", () => {
    for (const audience of Object.values(Audience)) {
      const issue = { audience, allianceCode: "x", committeeId: "c", ownerId: "a" };
      const owner: Viewer = {
        ...ANONYMOUS,
        kind: "PERSON",
        subject: "owner",
        organizationIds: ["a"],
      };
      expect(canRead(owner, issue)).toBe(true);
      expect(canRead(ANONYMOUS, issue)).toBe(audience === "PUBLIC");
    }
  });
});
