import { describe, expect, it } from "@jest/globals";
import { lastDayToCorrect, requireStillCorrectable } from "./correction-time.ts";

describe("the time for corrections", () => {
  it("ends with January of the next year, by the clocks of Shanghai", () => {
    expect(lastDayToCorrect(new Date("2026-12-31T15:59:59.999Z"))).toBe("2027-01-31");
    expect(lastDayToCorrect(new Date("2026-12-31T16:00:00Z"))).toBe("2028-01-31");
  });

  it("includes its last day", () => {
    const record = { title: "义务植树", state: "HELD", closedAt: new Date("2026-03-12T00:00:00Z") };
    const at = (now: string) => () => requireStillCorrectable(record, new Date(now));
    expect(at("2027-01-31T15:59:59.999Z")).not.toThrow();
    expect(at("2027-01-31T16:00:00Z")).toThrow('"义务植树" could be corrected up to 2027-01-31');
  });
});
