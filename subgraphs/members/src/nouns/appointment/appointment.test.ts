import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./appointment.policy.ts";

const places = fc.record({
  subject: fc.constantFrom(...LETTERS.subjects),
  regionPath: paths(LETTERS),
});

describe("who may do what with appointments", () => {
  it("only operators of the region or above make and end them", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        const operator = viewer.operatorRegionCodes.some((code) => place.regionPath.includes(code));
        expect(can(viewer, "appoint", place)).toBe(operator);
        expect(can(viewer, "end", place)).toBe(operator);
      }),
    );
  });

  it("an auditor reads those of the region, a person the own one, a partner of the same name none", () => {
    const place = { subject: "s1", regionPath: ["r1"] };
    const person: Viewer = { ...ANONYMOUS, kind: "PERSON", subject: "s1" };
    expect(can(person, "read", place)).toBe(true);
    expect(can({ ...person, subject: "s2" }, "read", place)).toBe(false);
    expect(can({ ...person, subject: "s2", auditorRegionCodes: ["r1"] }, "read", place)).toBe(true);
    expect(can({ ...person, kind: "PARTNER" }, "read", place)).toBe(false);
    expect(can(ANONYMOUS, "read", place)).toBe(false);
  });
});
