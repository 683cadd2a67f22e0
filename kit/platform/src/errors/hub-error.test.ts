import { expect, it } from "@jest/globals";
import { illegalTransition, notFound } from "./hub-error.ts";

const id = "0197a0f2-0000-7000-8000-000000000001";

it("a record that is not there is told by what it is, and has its id for programs", () => {
  const { words, extensions } = notFound("Resource", id, "resourceId");
  expect(words).toEqual({
    zh: "没有此资源，或您无权查看。请重新选择，或以可以查看的单位登录。",
    en: '"resourceId" is no Resource that you may see. Choose another one, or sign in as a unit that may see it.',
  });
  expect(extensions).toMatchObject({ noun: "Resource", id, field: "resourceId" });
});

it("a region is told by its code, by which people know it", () => {
  const { words } = notFound("Region", "445299");
  expect(words.zh).toContain('没有代码为 "445299" 的行政区划');
  expect(words.en).toContain('There is no Region "445299" that you may see.');
});

it("a step that is not allowed is told of the record before the reader, and has its id for programs", () => {
  const step = { state: "DRAFT", wanted: "ACTIVE", allowed: ["PROPOSED"] };
  const { words, extensions } = illegalTransition({ noun: "Agreement", id, ...step });
  expect(words.en).toBe(
    "This Agreement is DRAFT and cannot become ACTIVE. Allowed from here: PROPOSED.",
  );
  expect(words.zh).not.toContain(id);
  expect(extensions).toMatchObject({
    noun: "Agreement",
    id,
    state: "DRAFT",
    allowed: ["PROPOSED"],
  });
});
