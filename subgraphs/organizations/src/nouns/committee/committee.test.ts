import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { CommitteeKind, CommitteeLevel, mayBeAbove } from "./committee.entity.ts";
import { can } from "./committee.policy.ts";

const ids = fc.constantFrom(...LETTERS.committeeIds);
const committees = fc.record({
  id: ids,
  parentId: fc.option(fc.constantFrom(...LETTERS.committeeIds)),
  regionPath: paths(LETTERS),
});

describe("who may establish a committee", () => {
  it("is an operator of its place, or whoever runs the committee above it", () => {
    fc.assert(
      fc.property(viewers(LETTERS), committees, (viewer, committee) => {
        const { parentId, regionPath } = committee;
        const operator = viewer.operatorRegionCodes.some((code) => regionPath.includes(code));
        const above = parentId !== null && viewer.runsCommitteeIds.includes(parentId);
        expect(can(viewer, "establish", committee)).toBe(operator || above);
      }),
    );
  });

  it("is nobody without a token", () => {
    fc.assert(
      fc.property(committees, (committee) => {
        expect(can(ANONYMOUS, "establish", committee)).toBe(false);
      }),
    );
  });
});

describe("who may change a committee", () => {
  it("is whoever runs it or operates its place; its place in the tree, whoever runs the one above", () => {
    fc.assert(
      fc.property(viewers(LETTERS), committees, (viewer, committee) => {
        const { id, parentId, regionPath } = committee;
        const operator = viewer.operatorRegionCodes.some((code) => regionPath.includes(code));
        const above = parentId !== null && viewer.runsCommitteeIds.includes(parentId);
        const itself = viewer.runsCommitteeIds.includes(id);
        expect(can(viewer, "arrange", committee)).toBe(operator || above);
        expect(can(viewer, "describe", committee)).toBe(operator || above || itself);
      }),
    );
  });
});

describe("which committee may be above another", () => {
  const placed = paths(LETTERS).chain((regionPath) =>
    fc.record({
      regionPath: fc.constant(regionPath),
      regionCode: fc.constantFrom(...regionPath.filter((code) => code !== null)),
      level: fc.constantFrom(...Object.values(CommitteeLevel)),
      kind: fc.constantFrom(...Object.values(CommitteeKind)),
    }),
  );

  it("is never itself, and of two at most one", () => {
    fc.assert(
      fc.property(placed, placed, (one, other) => {
        expect(mayBeAbove(one, one)).toBe(false);
        if (one.regionCode === other.regionCode)
          expect(mayBeAbove(one, other) && mayBeAbove(other, one)).toBe(false);
      }),
    );
  });

  it.each([
    ["DISTRICT", "JOINT_MEETING", "STREET", "JOINT_COMMITTEE", true],
    ["STREET", "WORKING_GROUP", "COMMUNITY", "LEADING_GROUP", true],
    ["DISTRICT", "LEADING_GROUP", "DISTRICT", "JOINT_MEETING", true],
    ["STREET", "JOINT_COMMITTEE", "STREET", "WORKING_GROUP", true],
    ["STREET", "JOINT_COMMITTEE", "STREET", "JOINT_MEETING", false],
    ["COMMUNITY", "LEADING_GROUP", "STREET", "WORKING_GROUP", false],
  ] as const)("in one place: %s %s above %s %s: %s", (level, kind, below, belowKind, may) => {
    const here = { regionCode: "r1", regionPath: [null, null, "r1", null, null, null] };
    expect(mayBeAbove({ ...here, level, kind }, { ...here, level: below, kind: belowKind })).toBe(
      may,
    );
  });
});
