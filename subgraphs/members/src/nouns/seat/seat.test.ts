import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { SeatRole } from "./seat.entity.ts";
import { can } from "./seat.policy.ts";

const places = fc.record({
  committeeId: fc.constantFrom(...LETTERS.committeeIds),
  role: fc.constantFrom(...Object.values(SeatRole)),
  regionPath: paths(LETTERS),
  allianceCode: fc.constantFrom(...LETTERS.allianceCodes),
});

describe("what is told of who sits in a committee", () => {
  it("the name to the alliance and to those who keep the seats", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        const expected =
          viewer.allianceCodes.includes(place.allianceCode) ||
          can(viewer, "appoint", { ...place, role: "MEMBER" });
        expect(can(viewer, "readHolder", place)).toBe(expected);
      }),
    );
  });

  it("of others the sign-in to those alone who keep the seats", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        expect(can(viewer, "readSubject", place)).toBe(
          can(viewer, "end", { ...place, role: "MEMBER" }),
        );
      }),
    );
  });

  it("the sign-in to the person whose it is", () => {
    const place = { committeeId: "c1", role: "MEMBER", regionPath: ["r1"], allianceCode: "a1" };
    const sitting: Viewer = { ...ANONYMOUS, kind: "PERSON", subject: "s" };
    expect(can(sitting, "readSubject", { ...place, subject: "s" })).toBe(true);
    expect(can(sitting, "readSubject", { ...place, subject: "t" })).toBe(false);
    expect(can({ ...sitting, kind: "PARTNER" }, "readSubject", { ...place, subject: "s" })).toBe(
      false,
    );
    expect(can(ANONYMOUS, "readSubject", { ...place, subject: null })).toBe(false);
  });

  it("neither to who has not signed in, nor the sign-in to a neighbour", () => {
    const place = { committeeId: "c1", role: "MEMBER", regionPath: ["r1"], allianceCode: "a1" };
    const neighbour: Viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "s",
      allianceCodes: ["a1"],
      committeeIds: ["c1"],
    };
    expect(can(ANONYMOUS, "readHolder", place)).toBe(false);
    expect(can(neighbour, "readHolder", place)).toBe(true);
    expect(can(neighbour, "readSubject", place)).toBe(false);
  });
});

describe("who manages seats", () => {
  it("is whoever runs the committee or operates for its region; a deputy not the secretary's", () => {
    fc.assert(
      fc.property(viewers(LETTERS), places, (viewer, place) => {
        const { committeeId, regionPath, role } = place;
        const isDeputy = viewer.deputyCommitteeIds.includes(committeeId);
        const expected =
          viewer.operatorRegionCodes.some((code) => regionPath.includes(code)) ||
          (viewer.runsCommitteeIds.includes(committeeId) && !(isDeputy && role === "SECRETARY"));
        for (const action of ["appoint", "end"] as const)
          expect(can(viewer, action, place)).toBe(expected);
      }),
    );
  });
});
