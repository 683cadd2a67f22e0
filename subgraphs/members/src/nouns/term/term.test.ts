import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { TERM_STATES, TermState } from "./term.entity.ts";
import { can } from "./term.policy.ts";

describe("the states of a term", () => {
  it("go from PLANNED over CURRENT to PAST, and no other way", () => {
    const order = Object.values(TermState);
    const states = fc.constantFrom(...order);
    fc.assert(
      fc.property(states, states, (state, to) => {
        const step = () => requireTransition(TERM_STATES, { id: "t", state }, { noun: "Term", to });
        if (order.indexOf(to) === order.indexOf(state) + 1) expect(step).not.toThrow();
        else expect(step).toThrow(`is ${state} and cannot become ${to}`);
      }),
    );
  });
});

describe("who may start a term", () => {
  it("is whoever runs the committee, or operates for its region", () => {
    fc.assert(
      fc.property(
        viewers(LETTERS),
        fc.constantFrom(...LETTERS.committeeIds),
        paths(LETTERS),
        (viewer, committeeId, regionPath) => {
          const expected =
            viewer.runsCommitteeIds.includes(committeeId) ||
            viewer.operatorRegionCodes.some((code) => regionPath.includes(code));
          expect(can(viewer, "start", { committeeId, regionPath })).toBe(expected);
        },
      ),
    );
  });

  it("is nobody without a token", () => {
    expect(can(ANONYMOUS, "start", { committeeId: "c1", regionPath: ["r1"] })).toBe(false);
  });
});
