import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./audit-entry.policy.ts";

describe("who may read an audit entry", () => {
  it("is an auditor of its place, or of one above it", () => {
    fc.assert(
      fc.property(viewers(LETTERS), paths(LETTERS), (viewer, regionPath) => {
        const auditor = viewer.auditorRegionCodes.some((code) => regionPath.includes(code));
        expect(can(viewer, "read", { regionPath })).toBe(auditor);
      }),
    );
  });

  it("is nobody for holding any other role", () => {
    fc.assert(
      fc.property(viewers(LETTERS), paths(LETTERS), (viewer, regionPath) => {
        expect(can({ ...viewer, auditorRegionCodes: [] }, "read", { regionPath })).toBe(false);
      }),
    );
  });

  it("is nobody where an entry has no place", () => {
    fc.assert(
      fc.property(viewers(LETTERS), (viewer) => {
        expect(can(viewer, "read", { regionPath: [null, null, null, null, null, null] })).toBe(
          false,
        );
      }),
    );
  });
});
