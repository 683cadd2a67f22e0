import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { TERM_STATES, TermState } from "./term.entity.ts";
import { can, canRead } from "./term.policy.ts";

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

describe("who may enter and plan a term", () => {
  it("is whoever runs the committee and is no deputy, or operates for its region", () => {
    fc.assert(
      fc.property(
        viewers(LETTERS),
        fc.constantFrom(...LETTERS.committeeIds),
        paths(LETTERS),
        (viewer, committeeId, regionPath) => {
          const expected =
            (viewer.runsCommitteeIds.includes(committeeId) &&
              !viewer.deputyCommitteeIds.includes(committeeId)) ||
            viewer.operatorRegionCodes.some((code) => regionPath.includes(code));
          for (const action of ["start", "plan"] as const)
            expect(can(viewer, action, { committeeId, regionPath })).toBe(expected);
        },
      ),
    );
  });

  it("is nobody without a token", () => {
    expect(can(ANONYMOUS, "start", { committeeId: "c1", regionPath: ["r1"] })).toBe(false);
  });
});

describe("who may read a term", () => {
  const [today, tomorrow] = ["2026-03-01", "2026-03-02"];
  const place = { committeeId: "c1", regionPath: ["r1"] };

  it("is everybody from its first day on", () => {
    fc.assert(
      fc.property(viewers(LETTERS), (viewer) => {
        expect(canRead(viewer, { ...place, startsOn: today }, today)).toBe(true);
      }),
    );
  });

  it("is, before that, whoever may read the committee's records, and operators", () => {
    fc.assert(
      fc.property(viewers(LETTERS), (viewer) => {
        const { committeeIds, runsCommitteeIds, operatorRegionCodes } = viewer;
        const expected =
          [...committeeIds, ...runsCommitteeIds].includes("c1") ||
          operatorRegionCodes.includes("r1");
        expect(canRead(viewer, { ...place, startsOn: tomorrow }, today)).toBe(expected);
      }),
    );
  });
});
