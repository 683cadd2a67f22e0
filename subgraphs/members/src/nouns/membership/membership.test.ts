import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { can } from "./membership.policy.ts";

const places = fc.record({
  committeeId: fc.constantFrom(...LETTERS.committeeIds),
  organizationId: fc.constantFrom(...LETTERS.organizationIds),
  regionPath: paths(LETTERS),
});

describe("who may change memberships", () => {
  it("whoever may take a unit in may also end its membership", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        fc.pre(can(viewer, "join", place));
        expect(can(viewer, "leave", place)).toBe(true);
      }),
    );
  });

  it("a liaison may end the own unit's membership and begin none", () => {
    const place = { committeeId: "c1", organizationId: "o1", regionPath: ["r1"] };
    const liaison: Viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "s",
      organizationIds: ["o1"],
      committeeIds: ["c1"],
    };
    expect(can(liaison, "leave", place)).toBe(true);
    expect(can(liaison, "leave", { ...place, organizationId: "o2" })).toBe(false);
    expect(can(liaison, "join", place)).toBe(false);
  });

  it("a partner needs the scope to write", () => {
    const place = { committeeId: "c1", organizationId: "o1", regionPath: ["r1"] };
    const partner: Viewer = {
      ...ANONYMOUS,
      kind: "PARTNER",
      subject: "p",
      organizationIds: ["o1"],
      scopes: ["read"],
    };
    expect(can(partner, "leave", place)).toBe(false);
    expect(can({ ...partner, scopes: ["read", "write"] }, "leave", place)).toBe(true);
  });
});
