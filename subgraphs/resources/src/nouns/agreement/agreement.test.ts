import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { Audience } from "@alliance-hub/sharing/audience";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { AGREEMENT_STEPS, AgreementState, stateOn } from "./agreement.entity.ts";
import { type AgreementAction, can, canRead } from "./agreement.policy.ts";

const states = fc.constantFrom(...Object.values(AgreementState));
const stored = fc.constantFrom("DRAFT", "PROPOSED", "ACTIVE", "TERMINATED" as const);
const days = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const ids = fc.constantFrom("a", "b", "c", "d");
const someIds = fc.uniqueArray(ids);

const viewers: fc.Arbitrary<Viewer> = fc
  .record({
    organizationIds: someIds,
    runsCommitteeIds: someIds,
    committeeIds: someIds,
    allianceCodes: someIds,
  })
  .map((held) => ({ ...ANONYMOUS, kind: "PERSON" as const, subject: "somebody", ...held }));
const agreements = fc.record({
  state: stored,
  audience: fc.constantFrom(...Object.values(Audience)),
  partyIds: someIds,
  committeeId: ids,
  allianceCode: ids,
});

describe("the steps of an agreement", () => {
  it("never leave a state that is final, and never go round but from PROPOSED to DRAFT", () => {
    const order = [
      AgreementState.DRAFT,
      AgreementState.PROPOSED,
      AgreementState.ACTIVE,
      AgreementState.EXPIRED,
      AgreementState.TERMINATED,
    ];
    fc.assert(
      fc.property(states, states, (from, to) => {
        const record = { id: "x", state: from };
        const allowed = AGREEMENT_STEPS[from].includes(to);
        const step = () => requireTransition(AGREEMENT_STEPS, record, { noun: "Agreement", to });
        if (allowed) expect(step).not.toThrow();
        else expect(step).toThrow(`is ${from} and cannot become ${to}`);
        if (allowed && order.indexOf(to) < order.indexOf(from))
          expect([from, to]).toEqual(["PROPOSED", "DRAFT"]);
        if (from === "EXPIRED" || from === "TERMINATED") expect(allowed).toBe(false);
      }),
    );
  });

  it("reach ACTIVE only from PROPOSED, by the signatures", () => {
    const before = Object.values(AgreementState).filter((state) =>
      AGREEMENT_STEPS[state].includes("ACTIVE"),
    );
    expect(before).toEqual(["PROPOSED"]);
  });
});

describe("the state on a day", () => {
  it("is EXPIRED exactly for an agreement in force whose last day has passed", () => {
    fc.assert(
      fc.property(stored, days, days, (state, termTo, today) => {
        const expired = state === "ACTIVE" && today > termTo;
        expect(stateOn({ state, termTo }, today)).toBe(expired ? "EXPIRED" : state);
      }),
    );
  });

  it("is still ACTIVE on the last day", () => {
    expect(stateOn({ state: "ACTIVE", termTo: "2026-12-31" }, "2026-12-31")).toBe("ACTIVE");
    expect(stateOn({ state: "ACTIVE", termTo: "2026-12-31" }, "2027-01-01")).toBe("EXPIRED");
  });
});

describe("the policy", () => {
  it("shows a draft to its parties and whoever runs the committee, whatever its audience", () => {
    fc.assert(
      fc.property(viewers, agreements, (viewer, agreement) => {
        const concerned =
          agreement.partyIds.some((id) => viewer.organizationIds.includes(id)) ||
          viewer.runsCommitteeIds.includes(agreement.committeeId);
        expect(canRead(viewer, { ...agreement, state: "DRAFT" })).toBe(concerned);
      }),
    );
  });

  it("lets nobody act who may not read, in any state", () => {
    const actions = fc.constantFrom<AgreementAction>(
      "draft",
      "revise",
      "propose",
      "withdraw",
      "sign",
      "terminate",
      "recordFulfilment",
    );
    fc.assert(
      fc.property(viewers, agreements, actions, (viewer, agreement, action) => {
        if (can(viewer, action, agreement)) expect(canRead(viewer, agreement)).toBe(true);
      }),
    );
  });

  it("lets only parties sign and record, not whoever runs the committee", () => {
    const secretary: Viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "s",
      runsCommitteeIds: ["k"],
    };
    const sides = { committeeId: "k", partyIds: ["a", "b"] };
    expect(can(secretary, "propose", sides)).toBe(true);
    expect(can(secretary, "sign", sides)).toBe(false);
    expect(can(secretary, "recordFulfilment", sides)).toBe(false);
  });

  it("lets a partner's system act only with the scope to write", () => {
    const partner: Viewer = {
      ...ANONYMOUS,
      kind: "PARTNER",
      subject: "p",
      organizationIds: ["a"],
      scopes: ["read"],
    };
    const sides = { committeeId: "k", partyIds: ["a", "b"] };
    for (const action of ["draft", "revise", "recordFulfilment"] as const) {
      expect(can(partner, action, sides)).toBe(false);
      expect(can({ ...partner, scopes: ["read", "write"] }, action, sides)).toBe(true);
    }
  });

  it("lets only persons do what binds or releases a party", () => {
    const actions = fc.constantFrom<AgreementAction>("propose", "withdraw", "sign", "terminate");
    fc.assert(
      fc.property(viewers, agreements, actions, (viewer, agreement, action) => {
        const scopes = ["read", "write"];
        expect(can({ ...viewer, kind: "PARTNER", scopes }, action, agreement)).toBe(false);
      }),
    );
    const held = { ...ANONYMOUS, subject: "s", organizationIds: ["a"] };
    const sides = { committeeId: "k", partyIds: ["a", "b"] };
    for (const action of ["propose", "withdraw", "sign", "terminate"] as const)
      expect(can({ ...held, kind: "PERSON" }, action, sides)).toBe(true);
  });
});
