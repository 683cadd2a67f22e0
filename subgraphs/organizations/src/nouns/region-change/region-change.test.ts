import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { LEVEL_POSITION } from "@alliance-hub/sharing/place";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { RegionChangeKind } from "./region-change.entity.ts";
import { can } from "./region-change.policy.ts";

const streets = paths(LETTERS).map((path) => ({
  level: "STREET" as const,
  parentCode: path[LEVEL_POSITION.DISTRICT - 1] ?? null,
  path,
}));
const changes = fc
  .record({
    kind: fc.constantFrom(...Object.values(RegionChangeKind)),
    region: streets,
    other: streets,
  })
  .map(({ kind, region, other }) => ({
    kind,
    region,
    other: kind === "MERGE" || kind === "MOVE" ? other : null,
  }));

describe("who may change a region", () => {
  it("is an operator: of it for a name, else of the place above it and of the other one", () => {
    fc.assert(
      fc.property(viewers(LETTERS), changes, (viewer, change) => {
        const { kind, region, other } = change;
        const operates = (codes: readonly (string | null)[]) =>
          viewer.operatorRegionCodes.some((code) => codes.includes(code));
        const may =
          kind === "RENAME"
            ? operates(region.path)
            : operates([region.parentCode]) && (other === null || operates(other.path));
        for (const action of ["enter", "callOff"] as const)
          expect(can(viewer, action, change)).toBe(may);
      }),
    );
  });

  it("is for a topmost region an operator of it, and never anybody without a token", () => {
    fc.assert(
      fc.property(viewers(LETTERS), streets, (viewer, street) => {
        const change = {
          kind: "END" as const,
          region: { ...street, parentCode: null },
          other: null,
        };
        const operator = viewer.operatorRegionCodes.some((code) => street.path.includes(code));
        expect(can(viewer, "enter", change)).toBe(operator);
        expect(can(ANONYMOUS, "enter", change)).toBe(false);
      }),
    );
  });
});
