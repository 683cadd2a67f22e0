import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./unit-seat.policy.ts";

const seats = fc.record({
  bodyId: fc.constantFrom(...LETTERS.organizationIds),
  organizationId: fc.constantFrom(...LETTERS.organizationIds),
  committeeIds: fc.subarray([...LETTERS.committeeIds]),
  regionPath: paths(LETTERS),
  allianceCode: fc.constantFrom(...LETTERS.allianceCodes),
});

describe("who enters and ends a seat in a unit", () => {
  it("is a person of either organisation, whoever runs a committee of the body, or an operator", () => {
    fc.assert(
      fc.property(viewers(LETTERS), seats, (viewer, seat) => {
        const { bodyId, organizationId, committeeIds, regionPath } = seat;
        const expected =
          viewer.kind === "PERSON" &&
          (viewer.organizationIds.some((id) => id === bodyId || id === organizationId) ||
            viewer.runsCommitteeIds.some((id) => committeeIds.includes(id)) ||
            viewer.operatorRegionCodes.some((code) => regionPath.includes(code)));
        for (const action of ["appoint", "end"] as const)
          expect(can(viewer, action, seat)).toBe(expected);
      }),
    );
  });
});

describe("who reads the name of whoever sits in a unit", () => {
  it("is the alliance, and whoever may enter the seat", () => {
    fc.assert(
      fc.property(viewers(LETTERS), seats, (viewer, seat) => {
        const expected =
          viewer.allianceCodes.includes(seat.allianceCode) || can(viewer, "appoint", seat);
        expect(can(viewer, "readHolder", seat)).toBe(expected);
      }),
    );
  });

  it("is not whoever knows of it by a committee's records alone", () => {
    const seat = { bodyId: "o1", organizationId: "o2", committeeIds: ["c1"], allianceCode: "a1" };
    const member: Viewer = { ...ANONYMOUS, kind: "PERSON", subject: "s", committeeIds: ["c1"] };
    expect(can(member, "readHolder", { ...seat, regionPath: ["r1"] })).toBe(false);
  });
});
