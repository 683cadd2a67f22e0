import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./region.policy.ts";

describe("who may add a region", () => {
  it("is an operator of the place above it, or of one above that", () => {
    fc.assert(
      fc.property(viewers(LETTERS), paths(LETTERS), (viewer, path) => {
        const operator = viewer.operatorRegionCodes.some((code) => path.includes(code));
        expect(can(viewer, "add", { path })).toBe(operator);
      }),
    );
  });

  it("is nobody without a token", () => {
    fc.assert(
      fc.property(paths(LETTERS), (path) => {
        expect(can(ANONYMOUS, "add", { path })).toBe(false);
      }),
    );
  });
});
