import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { REGISTRATION_STATES, RegistrationState } from "./registration.entity.ts";
import { can } from "./registration.policy.ts";

const states = fc.constantFrom(...Object.values(RegistrationState));
const places = fc.record({
  state: states,
  organizationId: fc.constantFrom(...LETTERS.organizationIds),
  regionPath: paths(LETTERS),
  committeeIds: fc.subarray([...LETTERS.committeeIds]),
});

describe("the states of a registration", () => {
  it("are left by an answer, and once more by an end of what was accepted", () => {
    fc.assert(
      fc.property(states, states, (state, to) => {
        const step = () =>
          requireTransition(REGISTRATION_STATES, { id: "r", state }, { noun: "Registration", to });
        const isAnswer = state === "SUBMITTED" && (to === "ACCEPTED" || to === "RETURNED");
        const isEnd = state === "ACCEPTED" && to === "ENDED";
        if (isAnswer || isEnd) expect(step).not.toThrow();
        else expect(step).toThrow(`is ${state} and cannot become ${to}`);
      }),
    );
  });
});

describe("who may do what with a registration", () => {
  it("everybody reads what was accepted; of the rest nobody without a token", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        if (place.state === "ACCEPTED" || place.state === "ENDED")
          expect(can(viewer, "read", place)).toBe(true);
        else expect(can(ANONYMOUS, "read", place)).toBe(false);
      }),
    );
  });

  it("whoever answers it or submits it may read it", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        fc.pre(can(viewer, "answer", place) || can(viewer, "submit", place));
        expect(can(viewer, "read", place)).toBe(true);
      }),
    );
  });

  it("whoever answers it or acts for the unit counts its members and ends it, nobody else", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        const may = can(viewer, "answer", place) || can(viewer, "submit", place);
        expect(can(viewer, "end", place)).toBe(may);
        expect(can(viewer, "count", place)).toBe(may);
      }),
    );
  });

  it("a unit does not answer its own", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        const unit = { ...viewer, runsCommitteeIds: [], operatorRegionCodes: [] };
        expect(can(unit, "answer", place)).toBe(false);
      }),
    );
  });
});
