import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { checkCreditCode, creditCodeCheckCharacter } from "./credit-code.ts";

const ALPHABET = Array.from("0123456789ABCDEFGHJKLMNPQRTUWXY");
const ISSUED = [
  "91350100M000100Y43",
  "9144030071526726XG",
  "91330100799655058B",
  "914403001922038216",
  "91110000802100433B",
  "91110108551385082Q",
];

const replaced = (code: string, at: number, character: string) =>
  code.slice(0, at) + character + code.slice(at + 1);

describe("checkCreditCode", () => {
  it.each(ISSUED)("accepts the issued code %s", (code) => {
    expect(checkCreditCode(code)).toBeUndefined();
  });

  it.each(ISSUED)("refuses every one-character change of %s", (code) => {
    const accepted = Array.from(code).flatMap((before, at) =>
      ALPHABET.filter((character) => character !== before)
        .map((character) => replaced(code, at, character))
        .filter((changed) => checkCreditCode(changed) === undefined),
    );
    expect(accepted).toEqual([]);
  });

  it("accepts every code completed with its check character, and no such code with one character changed", () => {
    const first17 = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(first17, fc.nat(17), fc.constantFrom(...ALPHABET), (start, at, character) => {
        const code = start + creditCodeCheckCharacter(start);
        expect(checkCreditCode(code)).toBeUndefined();
        fc.pre(code.charAt(at) !== character);
        expect(checkCreditCode(replaced(code, at, character))?.en).toMatch(/^The check character/);
      }),
    );
  });

  it("names the check character that belongs there", () => {
    expect(checkCreditCode("91350100M000100Y4A")?.en).toBe(
      'The check character, the 18th, is "A" where "3" belongs after the first 17. Compare the code with the registration certificate.',
    );
  });

  it.each([
    ["", "this one has 0"],
    ["91350100M000100Y4", "this one has 17"],
    ["91350100-M000100Y43", "this one has 19"],
    ["91350100M000100Y4𠀀", 'Character 18 is "𠀀"'],
    ["91350100m000100Y43", 'Character 9 is "m".*as capitals'],
    ["9135010OM000100Y43", 'Character 8 is "O".*registration certificate'],
    ["９1350100M000100Y43", "Character 1 .*half-width"],
  ])("says what is wrong with %j", (code, reason) => {
    expect(checkCreditCode(code)?.en).toMatch(new RegExp(reason));
  });
});

describe("creditCodeCheckCharacter", () => {
  it.each(["", "91350100M000100Y", "91350100M000100Y43", "91350100I000100Y4"])(
    "refuses %j",
    (start) => {
      expect(() => creditCodeCheckCharacter(start)).toThrow(RangeError);
    },
  );
});
