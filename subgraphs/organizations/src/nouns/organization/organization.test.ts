import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./organization.policy.ts";

const organizations = fc.record({
  id: fc.constantFrom(...LETTERS.organizationIds),
  regionPath: paths(LETTERS),
});

describe("who may do what with an organisation", () => {
  it("operators register, correct, end and merge it; they and those who act for it change it", () => {
    fc.assert(
      fc.property(viewers(LETTERS), organizations, (viewer, organization) => {
        const writes = viewer.kind === "PERSON" || viewer.scopes.includes("write");
        const own = writes && viewer.organizationIds.includes(organization.id);
        const operator = viewer.operatorRegionCodes.some((code) =>
          organization.regionPath.includes(code),
        );
        expect(can(viewer, "register", organization)).toBe(operator);
        expect(can(viewer, "update", organization)).toBe(own || operator);
        for (const action of ["correct", "end", "merge"] as const)
          expect(can(viewer, action, organization)).toBe(operator);
      }),
    );
  });

  it("nobody does anything without a token", () => {
    fc.assert(
      fc.property(
        organizations,
        fc.constantFrom("register", "update", "correct", "end", "merge" as const),
        (organization, action) => {
          expect(can(ANONYMOUS, action, organization)).toBe(false);
        },
      ),
    );
  });
});
