import { describe, expect, it } from "@jest/globals";
import { Recent } from "./recent.ts";

describe("what was used last", () => {
  it("keeps what is asked for and lets go of what has not been asked for longest", () => {
    const recent = new Recent<string, number>(2);
    recent.set("a", 1);
    recent.set("b", 2);
    expect(recent.get("a")).toBe(1);
    recent.set("c", 3);
    expect(["a", "b", "c"].map((key) => recent.get(key))).toEqual([1, undefined, 3]);
  });

  it("replaces what has the same key", () => {
    const recent = new Recent<string, number>(2);
    recent.set("a", 1);
    recent.set("b", 2);
    recent.set("a", 3);
    expect(["a", "b"].map((key) => recent.get(key))).toEqual([3, 2]);
  });
});
