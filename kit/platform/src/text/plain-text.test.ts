import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { checkText } from "./plain-text.ts";

const title = { field: "input.title", maxLength: 10 };

describe("checkText", () => {
  it.each([
    [" 共建协议　", "共建协议"],
    ["\u200b\ufeff会议室\u2060\t", "会议室"],
    ["e\u0301te\u0301", "\u00e9t\u00e9"],
    ["👨‍👩‍👧 亲子", "👨‍👩‍👧 亲子"],
  ])("keeps %j as %j", (value, stored) => {
    expect(checkText(value, title)).toEqual({ value: stored });
  });

  it.each([
    "",
    "  ",
    "\u3000\u3000",
    "\u200b\u200d",
    "\ufeff",
    "\n",
    "\u3164\u3164",
    "\u2800",
    "\u200e",
  ])("refuses %j, in which nothing can be seen", (value) => {
    expect(checkText(value, title)).toEqual({
      fault: expect.objectContaining({
        en: '"input.title" is empty. Write at least one visible character.',
      }),
    });
  });

  it("lets a text be empty where no character is needed", () => {
    expect(checkText("\u3164", { ...title, minLength: 0 })).toEqual({ value: "" });
  });

  it("counts code points after trimming and normalising", () => {
    expect(checkText(` ${"𠀀".repeat(10)} `, title)).toEqual({ value: "𠀀".repeat(10) });
    expect(checkText("e\u0301".repeat(10), title)).toEqual({ value: "é".repeat(10) });
  });

  it("names the length found and the limit", () => {
    expect(checkText("𠀀".repeat(11), title)).toEqual({
      fault: {
        zh: "标题有 11 个字，最多 10 个字。请缩短。",
        en: '"input.title" has 11 characters; the limit is 10. Shorten it.',
      },
    });
    expect(checkText("共建", { ...title, minLength: 3 })).toEqual({
      fault: expect.objectContaining({
        en: '"input.title" has 2 characters; it needs at least 3. Write more.',
      }),
    });
  });

  it.each([
    ["a\u0000b", "U+0000"],
    ["a\tb", "U+0009"],
    ["a\rb", "U+000D"],
    ["a\u0085b", "U+0085"],
    ["a\u202eb", "U+202E"],
    ["\u2066a", "U+2066"],
  ])("refuses the control character in %j", (value, name) => {
    const fault = `"input.title" contains the invisible control character ${name}. Leave it out.`;
    expect(checkText(value, title)).toEqual({ fault: expect.objectContaining({ en: fault }) });
    expect(checkText(value, { ...title, multiline: true })).toEqual({
      fault: expect.objectContaining({ en: fault }),
    });
  });

  it.each(["a\nb", "a\r\nb", "a\u2028b"])(
    "takes the line break in %j only where lines are allowed",
    (value) => {
      expect(checkText(value, { ...title, multiline: true })).toEqual({ value: "a\nb" });
      expect(checkText(value, title)).toEqual({
        fault: expect.objectContaining({
          en: '"input.title" must be a single line. Leave out the line breaks.',
        }),
      });
    },
  );

  it.each(["a\ud800", "\udc00a"])("refuses half a surrogate pair: %j", (value) => {
    expect(checkText(value, title)).toEqual({
      fault: expect.objectContaining({ en: expect.stringContaining("not valid Unicode") }),
    });
  });

  it("refuses personal data where others read, and never repeats it", () => {
    const rule = { field: "description", maxLength: 100 };
    for (const [number, kind] of [
      ["13812345678", "mobile"],
      ["11010519491231002X", "identity"],
    ] as const) {
      const checked = checkText(`联系 ${number}`, { ...rule, public: true });
      expect(checked).toEqual({
        fault: expect.objectContaining({ en: expect.stringContaining(`${kind} number`) }),
      });
      expect(JSON.stringify(checked)).not.toContain(number.slice(3, 9));
      expect(checkText(`联系 ${number}`, rule)).toEqual({ value: `联系 ${number}` });
    }
  });

  it("tells nothing of the value, whatever the fault", () => {
    const secret = "密".repeat(4);
    const value = fc
      .tuple(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }))
      .map((ends) => ends.join(secret));
    fc.assert(
      fc.property(value, (text) => {
        const checked = checkText(text, { ...title, maxLength: 6, public: true });
        if ("fault" in checked) expect(JSON.stringify(checked.fault)).not.toContain("密");
      }),
    );
  });

  it("gives a value that it takes again unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), fc.boolean(), (text, multiline) => {
        const rule = { field: "title", maxLength: 20, multiline, public: true };
        const checked = checkText(text, rule);
        if ("value" in checked) expect(checkText(checked.value, rule)).toEqual(checked);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes time in proportion to a long blank", () => {
    const value = `a${" ".repeat(1_000_000)}b`;
    expect(checkText(value, title)).toEqual({
      fault: expect.objectContaining({ en: expect.stringContaining("1000002 characters") }),
    });
  });
});
