import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./team.policy.ts";

describe("who keeps a team", () => {
  it("of a unit: those who may act for it, and operators; of a committee: whoever runs it, and operators", () => {
    const owners = fc.oneof(
      fc.record({
        organizationId: fc.constantFrom(...LETTERS.organizationIds),
        committeeId: fc.constant(null),
      }),
      fc.record({
        organizationId: fc.constant(null),
        committeeId: fc.constantFrom(...LETTERS.committeeIds),
      }),
    );
    fc.assert(
      fc.property(viewers(LETTERS), owners, paths(LETTERS), (viewer, owner, regionPath) => {
        const writes = viewer.kind === "PERSON" || viewer.scopes.includes("write");
        const own =
          owner.organizationId === null
            ? viewer.runsCommitteeIds.includes(owner.committeeId)
            : writes && viewer.organizationIds.includes(owner.organizationId);
        const operator = viewer.operatorRegionCodes.some((code) => regionPath.includes(code));
        expect(can(viewer, "form", { ...owner, regionPath })).toBe(own || operator);
        expect(can(viewer, "update", { ...owner, regionPath })).toBe(own || operator);
      }),
    );
  });
});
