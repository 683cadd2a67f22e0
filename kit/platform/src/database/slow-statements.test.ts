import { expect, it } from "@jest/globals";
import { SlowStatements } from "./slow-statements.ts";

it("a statement is slow once it has been so several times of late", () => {
  const slow = new SlowStatements();
  for (let time = 0; time < 2; time++) slow.note("a", true);
  expect(slow.has("a")).toBe(false);
  slow.note("a", true);
  expect(slow.has("a")).toBe(true);
  expect(slow.has("b")).toBe(false);
});

it("a statement that is slow now and then is not", () => {
  const slow = new SlowStatements();
  for (let time = 0; time < 1000; time++) slow.note("a", time % 20 === 0);
  expect(slow.has("a")).toBe(false);
});
