import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { APPLICATION_STATES, ApplicationState } from "./application.entity.ts";
import { can } from "./application.policy.ts";

const states = fc.constantFrom(...Object.values(ApplicationState));
const places = fc.record({
  committeeId: fc.constantFrom(...LETTERS.committeeIds),
  organizationId: fc.constantFrom(...LETTERS.organizationIds),
  regionPath: paths(LETTERS),
});

describe("the states of an application", () => {
  it("are left once, from SUBMITTED", () => {
    fc.assert(
      fc.property(states, states, (state, to) => {
        const step = () =>
          requireTransition(APPLICATION_STATES, { id: "a", state }, { noun: "Application", to });
        if (state === "SUBMITTED" && to !== "SUBMITTED") expect(step).not.toThrow();
        else expect(step).toThrow(`is ${state} and cannot become ${to}`);
      }),
    );
  });
});

describe("who may do what with an application", () => {
  it("nobody does anything without a token, and whoever changes one may read it", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        for (const action of ["read", "apply", "answer", "withdraw"] as const) {
          expect(can(ANONYMOUS, action, place)).toBe(false);
          if (can(viewer, action, place)) expect(can(viewer, "read", place)).toBe(true);
        }
      }),
    );
  });

  it("a unit does not answer its own, and a committee does not apply for a unit", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        const unit = { ...viewer, runsCommitteeIds: [], operatorRegionCodes: [] };
        expect(can(unit, "answer", place)).toBe(false);
        const office = { ...viewer, organizationIds: [] };
        expect(can(office, "apply", place)).toBe(false);
        expect(can(office, "withdraw", place)).toBe(false);
      }),
    );
  });
});
