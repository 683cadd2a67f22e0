import { describe, expect, it } from "@jest/globals";
import { lazily } from "./lazily.ts";

describe("an object with lazy parts", () => {
  const made: string[] = [];
  const complete = lazily<{ name: string }, { greeting: string; length: number }>({
    greeting: (whole) => (made.push("greeting"), `hello ${whole.name}`),
    length: (whole) => (made.push("length"), whole.greeting.length),
  });

  it("makes each part once, and only what is asked for", () => {
    made.length = 0;
    const whole = complete({ name: "you" });
    expect(made).toEqual([]);
    expect([whole.greeting, whole.greeting]).toEqual(["hello you", "hello you"]);
    expect(made).toEqual(["greeting"]);
  });

  it("makes a part from another, and nothing of one object is another's", () => {
    expect(complete({ name: "a" }).length).toBe(7);
    expect(complete({ name: "everybody" }).length).toBe(15);
  });
});
