import { expect, it } from "@jest/globals";
import { createPlaces } from "./places.ts";

it("one client has a hundred streams at most; who leaves makes room, and others have theirs", () => {
  const places = createPlaces({ perViewer: 100, perHub: 150 });
  const taken = Array.from({ length: 100 }, () => places.take("one"));
  expect(() => places.take("one")).toThrow(expect.objectContaining({ code: "RATE_LIMITED" }));
  expect(() => places.take("other")).not.toThrow();
  const others = Array.from({ length: 49 }, (_, number) => places.take(`other ${number}`));
  expect(() => places.take("last")).toThrow(expect.objectContaining({ code: "RATE_LIMITED" }));
  others[0]?.[Symbol.dispose]();
  taken[0]?.[Symbol.dispose]();
  expect(() => places.take("one")).not.toThrow();
});
