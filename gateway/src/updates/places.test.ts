import { expect, it } from "@jest/globals";
import { createPlaces } from "./places.ts";

it("one client has a hundred streams at most; who leaves makes room, and others have theirs", () => {
  const places = createPlaces();
  const taken = Array.from({ length: 100 }, () => places.take("one"));
  expect(() => places.take("one")).toThrow(expect.objectContaining({ code: "RATE_LIMITED" }));
  expect(() => places.take("other")).not.toThrow();
  taken[0]?.[Symbol.dispose]();
  expect(() => places.take("one")).not.toThrow();
});
