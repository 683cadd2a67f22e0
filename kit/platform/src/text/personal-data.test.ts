import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { findPersonalData } from "./personal-data.ts";

/** Weights and check characters as the table of GB 11643-1999 prints them. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

function checkCharacter(first17: string): string {
  const sum = Array.from(first17).reduce(
    (total, digit, at) => total + Number(digit) * (WEIGHTS[at] ?? 0),
    0,
  );
  return CHECKS.charAt(sum % 11);
}

/** One of the characters. */
const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters));
const digits = (length: number) =>
  fc.string({ unit: oneOf("0123456789"), minLength: length, maxLength: length });
const birthday = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll("-", ""));
const first17 = fc
  .tuple(oneOf("12345689"), digits(5), birthday, digits(3))
  .map((parts) => parts.join(""));
const mobile = fc.tuple(oneOf("3456789"), digits(9)).map(([second, rest]) => `1${second}${rest}`);
/** Any text without a digit, in whatever form, and without the X of a check character. */
const words = fc
  .string({ unit: "binary", maxLength: 30 })
  .filter((text) => !/[0-9x]/i.test(text.normalize("NFKC")));
const gap = fc.constantFrom("", "", "", " ", "-", "\u200b", "　", "－", " - ", "\u2060");
const gaps = fc.array(gap, { minLength: 18, maxLength: 18 });

/** A number whose digits stand as in a day: it passes. */
const startsAsDay = (written: string) =>
  /^1[89]\d{2}-\d{2}-\d{2}/.test(written.normalize("NFKC").replaceAll(/[\u200b\u2060]/g, ""));

const spread = (number: string, between: readonly string[]) =>
  Array.from(number)
    .map((digit, at) => digit + (between[at] ?? ""))
    .join("");
const fullWidth = (number: string) =>
  number.replaceAll(/[0-9X]/g, (digit) =>
    String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0),
  );

describe("findPersonalData", () => {
  it("finds the example of the standard", () => {
    expect(findPersonalData("号码11010519491231002X。")).toEqual({ kind: "IDENTITY_NUMBER" });
    expect(findPersonalData("440524188001010014")).toEqual({ kind: "IDENTITY_NUMBER" });
  });

  it("finds every identity number in any text, however spread", () => {
    fc.assert(
      fc.property(
        words,
        first17,
        gaps,
        words,
        fc.boolean(),
        (before, start, between, after, wide) => {
          const number = start + checkCharacter(start);
          const written = spread(wide ? fullWidth(number) : number, between.toSpliced(17));
          expect(findPersonalData(before + written + after)).toEqual({ kind: "IDENTITY_NUMBER" });
        },
      ),
    );
  });

  it("passes every number with a wrong check character", () => {
    fc.assert(
      fc.property(words, first17, oneOf(CHECKS), words, (before, start, check, after) => {
        fc.pre(check !== checkCharacter(start));
        expect(findPersonalData(before + start + check + after)).toBeUndefined();
      }),
    );
  });

  it.each(["19490230", "19490431", "19491301", "19490001", "19490100", "17991231", "21000101"])(
    "passes a number of the day %s, on which no holder was born, with its right check character",
    (day) => {
      const start = `110105${day}002`;
      expect(findPersonalData(start + checkCharacter(start))).toBeUndefined();
    },
  );

  it("finds every mobile number in any text, however spread and prefixed", () => {
    const prefix = fc.constantFrom("", "+86", "0086", "86", "+86 ", "86-");
    fc.assert(
      fc.property(words, prefix, mobile, gaps, words, (before, country, number, between, after) => {
        fc.pre(!startsAsDay(spread(number, between)));
        const text = before + country + spread(number, between.toSpliced(10)) + after;
        expect(findPersonalData(text)).toEqual({ kind: "MOBILE_NUMBER" });
      }),
    );
  });

  it("passes every longer run of digits around a mobile number", () => {
    fc.assert(
      fc.property(digits(1), mobile, digits(1), (before, number, after) => {
        expect(findPersonalData(before + number)).toBeUndefined();
        expect(findPersonalData(number + after)).toBeUndefined();
      }),
    );
  });

  it.each([
    "138-1234-5678",
    "138 1234 5678",
    "138.1234.5678",
    "138–1234−5678",
    "138\ufff912345678",
    "１３８１２３４５６７８",
    "1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
    "电话 0797-1234567 13812345678",
    "(+86)138\u00ad1234\u200d5678",
    "2026 13812345678",
  ])("finds the mobile number in %j", (text) => {
    expect(findPersonalData(text)).toEqual({ kind: "MOBILE_NUMBER" });
  });

  it.each([
    "2026 110105 19491231 002x",
    "身份证１１０１０５１９４９１２３１００２Ｘ号",
    "110105-19491231-002X",
  ])("finds the identity number in %j", (text) => {
    expect(findPersonalData(text)).toEqual({ kind: "IDENTITY_NUMBER" });
  });

  it.each([
    ["office telephone", "0797-1234567"],
    ["office telephone with an extension", "021-62345678-801"],
    ["service number", "400-123-4567, 12345"],
    ["second digit that no mobile number has", "12812345678"],
    ["credit code", "914403001922038216 91350100M000100Y43 9144030071526726XG"],
    ["statistical code of a place", "360702001001"],
    ["day and number", "1921-07-01 100周年"],
    ["time", "2026-01-01 09:00-17:30"],
    ["prices", "13.50 14.00 150"],
    ["serial numbers with an identity number within", "4405241880010100145 5440524188001010014"],
    ["numbers on lines of their own", "138\n1234\n5678"],
    ["longer identity number", "911010519491231002X"],
  ])("passes: %s", (_, text) => {
    expect(findPersonalData(text)).toBeUndefined();
  });

  it("tells the kind and nothing else", () => {
    expect(Object.keys(findPersonalData("13812345678") ?? {})).toEqual(["kind"]);
  });
});
