import { describe, expect, it } from "@jest/globals";
import { hashSecret, isSecret, newSecret, pathOf } from "./feed-secret.ts";

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
