import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./liaison.policy.ts";

const places = fc.record({
  organizationId: fc.constantFrom(...LETTERS.organizationIds),
  regionPath: paths(LETTERS),
  allianceCode: fc.constantFrom(...LETTERS.allianceCodes),
});

describe("who may do what with a unit's liaisons", () => {
  it("whoever may name one may end one, read it and its sign-in", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        fc.pre(can(viewer, "name", place));
        for (const action of ["end", "read", "readSubject"] as const)
          expect(can(viewer, action, place)).toBe(true);
      }),
    );
  });

  it("a person of the unit's own names others; its partner system knows of them and does not", () => {
    const place = { organizationId: "o1", regionPath: ["r1"], allianceCode: "a1" };
    const liaison: Viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "s",
      organizationIds: ["o1"],
      allianceCodes: ["a1"],
    };
    expect(can(liaison, "read", place)).toBe(true);
    expect(can(liaison, "name", place)).toBe(true);
    const partner: Viewer = { ...liaison, kind: "PARTNER", scopes: ["read", "write"] };
    expect(can(partner, "read", place)).toBe(true);
    for (const action of ["name", "end", "readSubject"] as const)
      expect(can(partner, action, place)).toBe(false);
    expect(can(ANONYMOUS, "read", place)).toBe(false);
  });

  it("whoever runs a committee knows of the liaisons of the own alliance, and keeps none", () => {
    const place = { organizationId: "o1", regionPath: ["r1"], allianceCode: "a1" };
    const secretary: Viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "t",
      runsCommitteeIds: ["c1"],
      allianceCodes: ["a1"],
    };
    expect(can(secretary, "read", place)).toBe(true);
    expect(can(secretary, "name", place)).toBe(false);
    expect(can(secretary, "readSubject", place)).toBe(false);
    expect(can(secretary, "read", { ...place, allianceCode: "a2" })).toBe(false);
  });
});
