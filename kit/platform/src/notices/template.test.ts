import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { filled, placesOf } from "./template.ts";

const both = (text: string) => ({ zh: text, en: text });

describe("a text with places", () => {
  it("takes what is put in as it is, whatever it contains, and reads it only once", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const facts = { a: both(one), b: both(other) };
        expect(filled(both("x{a}y{b}z"), facts).zh).toBe(`x${one}y${other}z`);
        expect(filled(both("[x{a}]{b}"), facts).en).toBe(`x${one}${other}`);
      }),
    );
  });

  it("leaves out a part of which a place is empty, and nothing else", () => {
    const text = both("{a}[，用途：{b}][。原因：{c}]");
    const facts = { a: both("甲"), b: null, c: both("[乙]") };
    expect(filled(text, facts).zh).toBe("甲。原因：[乙]");
    expect(filled(text, { a: both("甲") }).zh).toBe("甲");
  });

  it("names its places", () => {
    expect(placesOf("{a}[，{bc}]{a}")).toEqual(["a", "bc", "a"]);
  });
});
