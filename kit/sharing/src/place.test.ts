import { describe, expect, it } from "@jest/globals";
import { allianceCode, regionPath } from "./place.ts";

describe("a region's path", () => {
  it("holds each level's code at its place and null where a level is missing", () => {
    const city = regionPath(undefined, "CITY", "530381");
    const street = regionPath(city, "STREET", "530381001");
    expect(street).toEqual([null, "530381", null, "530381001", null, null]);
    expect(city).toEqual([null, "530381", null, null, null, null]);
  });
});

describe("a region's alliance", () => {
  it("is the county-level region above it", () => {
    expect(allianceCode(null, { level: "DISTRICT", code: "445202" })).toBe("445202");
    expect(allianceCode("445202", { level: "STREET", code: "445202001" })).toBe("445202");
  });

  it("is a county-level city, which GB/T 2260 tells from a prefecture by its last digits", () => {
    expect(allianceCode(null, { level: "CITY", code: "530381" })).toBe("530381");
    expect(allianceCode(null, { level: "CITY", code: "530300" })).toBeNull();
    expect(allianceCode(null, { level: "PROVINCE", code: "530000" })).toBeNull();
  });

  it("is the topmost place from street level down where no county is known", () => {
    expect(allianceCode(null, { level: "STREET", code: "X41-PA" })).toBe("X41-PA");
  });
});
