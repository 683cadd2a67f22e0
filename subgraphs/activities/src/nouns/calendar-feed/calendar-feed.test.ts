import { describe, expect, it } from "@jest/globals";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { can } from "./calendar-feed.policy.ts";

describe("who keeps feeds", () => {
  const of = (held: Partial<Viewer>): Viewer => ({ ...ANONYMOUS, kind: "PERSON", ...held });
  const [unit, committee] = [
    { organizationId: "u", committeeId: null },
    { organizationId: null, committeeId: "c" },
  ];

  it("is who acts for the unit, and whoever runs the committee", () => {
    expect(can(of({ organizationIds: ["u"] }), "create", unit)).toBe(true);
    expect(can(of({ runsCommitteeIds: ["c"] }), "create", committee)).toBe(true);
    const partner = of({ kind: "PARTNER", organizationIds: ["u"], scopes: ["read", "write"] });
    expect(can(partner, "create", unit)).toBe(true);
  });

  it("is nobody else", () => {
    const others: Viewer[] = [
      ANONYMOUS,
      of({ organizationIds: ["other"], committeeIds: ["c"], seatCommitteeIds: ["c"] }),
      of({ runsCommitteeIds: ["other"], operatorRegionCodes: ["r"], auditorRegionCodes: ["r"] }),
      of({ kind: "PARTNER", organizationIds: ["u"], committeeIds: ["c"], scopes: ["read"] }),
    ];
    for (const viewer of others) {
      for (const action of ["create", "read", "revoke"] as const) {
        expect([can(viewer, action, unit), can(viewer, action, committee)]).toEqual([false, false]);
      }
    }
  });
});
