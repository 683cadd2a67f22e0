import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./committee.policy.ts";

const committees = fc.record({
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
