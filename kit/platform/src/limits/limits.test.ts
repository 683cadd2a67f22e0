import { describe, expect, it } from "@jest/globals";
import { checked, checkedOrNull, checkedWhereGiven } from "./checked.ts";
import { countLimit } from "./count-limit.ts";
import { optional } from "./limit.ts";
import { textLimit, textsLimit } from "./text-limit.ts";

const name = textLimit({ zh: "名称", en: "Name" }, { maxLength: 100 });
const headcount = countLimit({ zh: "人数", en: "How many" });
const specialities = textsLimit({ zh: "专长", en: "Skills" }, { mostEntries: 2, maxLength: 3 });

describe("a limit", () => {
  it.each([
    [name.description, "名称，1 至 100 字。Name, 1 to 100 characters."],
    [headcount.description, "人数，1 至 1000000。How many, 1 to 1,000,000."],
    [
      specialities.description,
      "专长，至多 2 项，每项 1 至 3 字。Skills, up to 2, 1 to 3 characters each.",
    ],
    [optional(name).description, name.description],
  ])("describes itself: %s", (description, expected) => {
    expect(description).toBe(expected);
  });

  it.each([
    ["name", { name: "" }],
    ["name", { name: "长".repeat(101) }],
    ["name", { name: "13800138000" }],
    ["headcount", { headcount: 0 }],
    ["headcount", { headcount: 1_000_001 }],
    ["specialities", { specialities: ["法律", "医疗", "应急"] }],
    ["specialities", { specialities: ["应急救援"] }],
  ])("of %s refuses %j, naming the field", (field, given) => {
    expect(() => checkedWhereGiven(given, { name, headcount, specialities })).toThrow(
      expect.objectContaining({
        code: "BAD_USER_INPUT",
        extensions: expect.objectContaining({ code: "BAD_USER_INPUT", field }),
      }),
    );
  });
});

describe("the fields of an input", () => {
  it("are all told of at once, each at its place and in both languages", () => {
    const input = { name: "", headcount: 0, specialities: ["应急救援", "法律"] };
    const fault = { code: "BAD_USER_INPUT" };
    expect(() => checked(input, { name, headcount, specialities })).toThrow(
      expect.objectContaining({
        code: "BAD_USER_INPUT",
        message: expect.stringMatching(/^3 things are wrong\. "name" is empty\./),
        extensions: expect.objectContaining({
          field: "name",
          chinese: expect.stringMatching(/^有 3 处需要改正：名称没有填写。.*专长第 1 项有 4 个字/),
          faults: [
            expect.objectContaining({ ...fault, path: ["name"] }),
            expect.objectContaining({ ...fault, path: ["headcount"] }),
            {
              ...fault,
              path: ["specialities"],
              message: '"specialities.0" has 4 characters; the limit is 3. Shorten it.',
              chinese: "专长第 1 项有 4 个字，最多 3 个字。请缩短。",
            },
          ],
        }),
      }),
    );
  });

  it("are kept as they are stored", () => {
    const input = { name: " 服务队 ", headcount: 3, specialities: ["法律", "法律 "] };
    expect(checked(input, { name, headcount, specialities })).toEqual({
      name: "服务队",
      headcount: 3,
      specialities: ["法律"],
    });
  });

  it("that are left out stay away, or are null", () => {
    const input = { name: null };
    expect(checkedWhereGiven(input, { name, headcount })).toEqual({});
    expect(checkedOrNull(input, { name, headcount })).toEqual({ name: null, headcount: null });
  });
});
