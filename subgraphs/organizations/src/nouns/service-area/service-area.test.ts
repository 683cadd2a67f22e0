import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./service-area.policy.ts";

const places = fc.record({
  regionPath: paths(LETTERS),
  committeeIds: fc.subarray([...LETTERS.committeeIds]),
});
const actions = fc.constantFrom("assign", "end" as const);

describe("who may record who serves an estate", () => {
  it("is an operator of its place, or whoever runs one of its committees", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, actions, (viewer, place, action) => {
        const operator = viewer.operatorRegionCodes.some((code) => place.regionPath.includes(code));
        const runs = place.committeeIds.some((id) => viewer.runsCommitteeIds.includes(id));
        expect(can(viewer, action, place)).toBe(operator || runs);
      }),
    );
  });

  it("is nobody without a token", () => {
    fc.assert(
      fc.property(places, actions, (place, action) => {
        expect(can(ANONYMOUS, action, place)).toBe(false);
      }),
    );
  });
});
