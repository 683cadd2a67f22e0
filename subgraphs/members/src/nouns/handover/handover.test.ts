import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, paths, viewers } from "../../test/viewers.ts";
import { HandoverState, handoverStateOn } from "./handover.entity.ts";
import { can } from "./handover.policy.ts";

const handovers = fc.record({
  committeeId: fc.constantFrom(...LETTERS.committeeIds),
  regionPath: paths(LETTERS),
  allianceCode: fc.constantFrom(...LETTERS.allianceCodes),
  deputy: fc.constantFrom(...LETTERS.subjects, null),
});
const secretary: Viewer = {
  ...ANONYMOUS,
  kind: "PERSON",
  subject: "s",
  runsCommitteeIds: ["c1"],
  roles: [{ role: "SECRETARY", committeeId: "c1", regionCode: "r1", organizationId: "o1" }],
};
const ofC1 = { committeeId: "c1", regionPath: ["r1"], allianceCode: "a1", deputy: "d" };

describe("who hands a committee over", () => {
  it("is nobody for whom only other rights speak, whatever they are", () => {
    fc.assert(
      fc.property(viewers(LETTERS), handovers, (viewer, handover) => {
        expect(can(viewer, "handOver", handover)).toBe(false);
      }),
    );
  });

  it("is its secretary, not that of the committee above, a deputy or a partner system", () => {
    expect(can(secretary, "handOver", ofC1)).toBe(true);
    expect(can(secretary, "handOver", { ...ofC1, committeeId: "c2" })).toBe(false);
    const deputy = secretary.roles.map((held) => ({ ...held, role: "DEPUTY" as const }));
    expect(can({ ...secretary, roles: deputy }, "handOver", ofC1)).toBe(false);
    expect(can({ ...secretary, kind: "PARTNER" }, "handOver", ofC1)).toBe(false);
  });
});

describe("who ends a handover", () => {
  it("is whoever runs the committee, an operator, or the deputy", () => {
    fc.assert(
      fc.property(viewers(LETTERS), handovers, (viewer, handover) => {
        const expected =
          viewer.runsCommitteeIds.includes(handover.committeeId) ||
          viewer.operatorRegionCodes.some((code) => handover.regionPath.includes(code)) ||
          (viewer.kind === "PERSON" && viewer.subject === handover.deputy);
        expect(can(viewer, "end", handover)).toBe(expected);
      }),
    );
  });

  it("is nobody without a token, although the deputy has no sign-in either", () => {
    expect(can(ANONYMOUS, "end", { ...ofC1, deputy: null })).toBe(false);
  });
});

describe("the state of a handover", () => {
  it("follows from its days, until somebody ends it", () => {
    const handover = { from: "2026-03-02", until: "2026-03-15", endedAt: null };
    const on = (day: string): HandoverState => handoverStateOn(handover, day);
    expect(on("2026-03-01")).toBe("PLANNED");
    expect(on("2026-03-02")).toBe("CURRENT");
    expect(on("2026-03-15")).toBe("CURRENT");
    expect(on("2026-03-16")).toBe("ENDED");
    expect(handoverStateOn({ ...handover, endedAt: new Date() }, "2026-03-01")).toBe("ENDED");
  });
});
