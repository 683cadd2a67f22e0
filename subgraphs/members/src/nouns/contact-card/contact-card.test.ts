import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LETTERS, viewers } from "../../test/viewers.ts";
import { can } from "./contact-card.policy.ts";

const owners = fc.oneof(
  fc.constantFrom(...LETTERS.organizationIds).map((organizationId) => ({
    organizationId,
    committeeId: null,
  })),
  fc.constantFrom(...LETTERS.committeeIds).map((committeeId) => ({
    organizationId: null,
    committeeId,
  })),
);
const masked = owners.map((owner) => ({ ...owner, consentedAt: null }));

describe("the holder of a contact card", () => {
  it("is shown to everybody with consent", () => {
    const consentedAt = new Date(0);
    const card = { organizationId: "o1", committeeId: null, consentedAt };
    expect(can(ANONYMOUS, "readHolder", card)).toBe(true);
  });

  it("is shown without consent to the unit itself alone", () => {
    fc.assert(
      fc.property(viewers(LETTERS), masked, (viewer, card) => {
        const { organizationIds, runsCommitteeIds, seatCommitteeIds } = viewer;
        const isUnit =
          card.organizationId === null
            ? [...runsCommitteeIds, ...seatCommitteeIds].includes(card.committeeId)
            : organizationIds.includes(card.organizationId);
        expect(can(viewer, "readHolder", card)).toBe(isUnit);
      }),
    );
  });

  it("is shown to those who sit on the committee", () => {
    const viewer: Viewer = { ...ANONYMOUS, kind: "PERSON", seatCommitteeIds: ["c1"] };
    const card = { organizationId: null, committeeId: "c1", consentedAt: null };
    expect(can(viewer, "readHolder", card)).toBe(true);
    expect(can(viewer, "change", card)).toBe(false);
  });
});

describe("keeping a contact card", () => {
  it("is for persons who see its holder: a key names nobody", () => {
    fc.assert(
      fc.property(
        viewers(LETTERS),
        masked,
        fc.constantFrom("make", "change" as const),
        (viewer, card, action) => {
          if (!can(viewer, action, card)) return;
          expect(viewer.kind).toBe("PERSON");
          expect(can(viewer, "readHolder", card)).toBe(true);
        },
      ),
    );
  });
});
