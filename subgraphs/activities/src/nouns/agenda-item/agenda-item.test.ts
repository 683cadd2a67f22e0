import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import { can } from "./agenda-item.policy.ts";

const person = (held: Partial<Viewer>): Viewer => ({
  ...ANONYMOUS,
  kind: "PERSON",
  subject: "somebody",
  ...held,
});
const secretary = person({ runsCommitteeIds: ["committee"] });
const seat = person({
  seatCommitteeIds: ["committee"],
  roles: [{ role: "MEMBER", committeeId: "committee", regionCode: null, organizationId: "sender" }],
});
const seatAndLiaison = person({ seatCommitteeIds: ["committee"], organizationIds: ["unit"] });
const liaison = person({ organizationIds: ["unit"], committeeIds: ["committee"] });

const of = (proposedByOrganizationId: string | null) => ({
  committeeId: "committee",
  proposedByOrganizationId,
});

describe("who may", () => {
  it("do all: whoever runs the committee", () => {
    for (const unit of [null, "unit"]) {
      expect(can(secretary, "put", of(unit))).toBe(true);
      expect(can(secretary, "remove", of(unit))).toBe(true);
    }
    expect(can(secretary, "put", { committeeId: "another", proposedByOrganizationId: null })).toBe(
      false,
    );
  });

  it("put an item: a seat, in no name or in that of the unit that sent it or that it acts for", () => {
    expect(can(seat, "put", of(null))).toBe(true);
    expect(can(seat, "put", of("sender"))).toBe(true);
    expect(can(seat, "put", of("unit"))).toBe(false);
    expect(can(seatAndLiaison, "put", of("unit"))).toBe(true);
    expect(can(seat, "put", { committeeId: "another", proposedByOrganizationId: "sender" })).toBe(
      false,
    );
  });

  it("take an item off: a seat, where its unit proposed it", () => {
    expect(can(seat, "remove", of("sender"))).toBe(true);
    expect(can(seat, "remove", of("unit"))).toBe(false);
    expect(can(seat, "remove", of(null))).toBe(false);
  });

  it("neither: a liaison without a seat, or nobody", () => {
    for (const action of ["put", "remove"] as const) {
      expect(can(liaison, action, of("unit"))).toBe(false);
      expect(can(ANONYMOUS, action, of(null))).toBe(false);
    }
  });
});
