import { describe, expect, it } from "@jest/globals";
import { hasAlready } from "./answers.ts";

describe("If-None-Match", () => {
  it.each(['"a"', 'W/"a"', '"b", "a"', '"b",W/"a"', "*", " * "])("%s names the tag", (header) => {
    expect(hasAlready(header, '"a"')).toBe(true);
  });

  it.each([undefined, "", "a", '"b"', '"aa"', 'W/"b"'])("%s does not", (header) => {
    expect(hasAlready(header, '"a"')).toBe(false);
  });
});
