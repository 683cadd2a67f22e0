import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { validate, version } from "uuid";
import { demonstrationId } from "./ids.ts";

const part = fc.oneof(fc.string(), fc.nat(1_000_000));
const parts = fc.array(part, { maxLength: 3 });

describe("demonstration ids", () => {
  it("are UUIDs of version 7, the same each time", () => {
    fc.assert(
      fc.property(fc.string(), parts, (noun, of) => {
        const id = demonstrationId(noun, ...of);
        expect(validate(id)).toBe(true);
        expect(version(id)).toBe(7);
        expect(demonstrationId(noun, ...of)).toBe(id);
      }),
    );
  });

  it("differ where the noun or a part does", () => {
    fc.assert(
      fc.property(fc.string(), parts, fc.string(), parts, (noun, of, otherNoun, others) => {
        fc.pre(JSON.stringify([noun, of]) !== JSON.stringify([otherNoun, others]));
        expect(demonstrationId(noun, ...of)).not.toBe(demonstrationId(otherNoun, ...others));
      }),
    );
  });

  it("are in the order of a number at the end", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1_000_000), fc.nat(1_000_000), (noun, one, other) => {
        fc.pre(one < other);
        expect(demonstrationId(noun, one) < demonstrationId(noun, other)).toBe(true);
      }),
    );
  });
});
