import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type BookingAction, can } from "./booking.policy.ts";

const some = (...ids: string[]) => fc.subarray(ids);
const viewer: fc.Arbitrary<Viewer> = fc
  .record({
    kind: fc.constantFrom("PERSON" as const, "PARTNER" as const),
    organizationIds: some("booker", "provider", "other"),
    committeeIds: some("committee"),
    runsCommitteeIds: some("committee"),
    allianceCodes: some("alliance"),
    scopes: some("read", "write"),
  })
  .map((known) => ({ ...ANONYMOUS, ...known, subject: "somebody" }));
const booking = fc
  .record({
    audience: fc.constantFrom(
      "PUBLIC" as const,
      "ALLIANCE" as const,
      "COMMITTEE" as const,
      "PARTIES" as const,
    ),
    committeeId: fc.constantFrom(null, "committee"),
    state: fc.constantFrom("PUBLISHED" as const, "WITHDRAWN" as const),
  })
  .map((resource) => ({
    organizationId: "booker",
    providerId: "provider",
    committeeId: resource.committeeId,
    resource: { ...resource, providerId: "provider", allianceCode: "alliance" },
  }));
const CHANGES: readonly BookingAction[] = ["change", "cancel", "decide", "complete"];

describe("the rule of bookings", () => {
  it("lets nobody change what they may not read, and nobody without a token do anything", () => {
    fc.assert(
      fc.property(viewer, booking, (somebody, record) => {
        for (const action of CHANGES) {
          if (somebody.kind === "PERSON" && can(somebody, action, record))
            expect(can(somebody, "read", record)).toBe(true);
          expect(can(ANONYMOUS, action, record)).toBe(false);
        }
        expect(can(ANONYMOUS, "read", record)).toBe(false);
        expect(can(ANONYMOUS, "book", record)).toBe(false);
      }),
    );
  });

  it("keeps the details from all but both sides and whoever runs the committee", () => {
    fc.assert(
      fc.property(viewer, booking, (somebody, record) => {
        const near = ["booker", "provider"].some((id) => somebody.organizationIds.includes(id));
        const runsIt = record.committeeId !== null && somebody.runsCommitteeIds.length > 0;
        expect(can(somebody, "readDetails", record)).toBe(near || runsIt);
      }),
    );
  });

  it("lets a partner system act only where its key says so", () => {
    fc.assert(
      fc.property(viewer, booking, (somebody, record) => {
        if (somebody.kind !== "PARTNER" || somebody.scopes.includes("write")) return;
        for (const action of ["book", "change", "decide", "complete"] as const)
          expect(can(somebody, action, record)).toBe(false);
      }),
    );
  });
});
