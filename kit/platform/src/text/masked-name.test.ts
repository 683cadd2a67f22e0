import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { maskedName } from "./masked-name.ts";

describe("maskedName", () => {
  it.each([
    ["委员 017", "委员**"],
    [" 王小明 ", "王**"],
    ["王", "王**"],
    ["𠮷田", "𠮷**"],
    ["", "**"],
  ])("of %j is %j", (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });

  it("never shows what comes after the first word, or after the first character of a single one", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (name) => {
        const shown = maskedName(name).slice(0, -2);
        expect(/\s/u.test(shown)).toBe(false);
        const isWhole = shown === name.trim();
        expect(isWhole && Array.from(shown).length > 1).toBe(false);
      }),
    );
  });
});
