import { describe, expect, it } from "@jest/globals";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { hashSecret, isSecret, newSecret, pathOf } from "./calendar-feed.entity.ts";
import { can } from "./calendar-feed.policy.ts";

describe("a feed's secret", () => {
  it("has 256 random bits, is one of a form, and is kept as a hash", () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) {
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
      expect(isSecret(secret)).toBe(true);
      expect(hashSecret(secret)).not.toContain(secret);
      expect(pathOf(secret)).toBe(`/calendars/${secret}.ics`);
    }
    for (const none of [
      "",
      "x",
      `${secrets[0]}x`,
      secrets[0]?.slice(1) ?? "",
      "A".repeat(42) + "/",
    ])
      expect(isSecret(none)).toBe(false);
  });
});

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
