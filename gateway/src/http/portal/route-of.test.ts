import { expect, it } from "@jest/globals";
import { routeOf } from "./route-of.ts";

it.each([
  ["/", "/"],
  ["/resources/new", "/resources/new"],
  ["/resources/017e1138", "/resources/$id"],
  ["/resources/017e1138/edit", undefined],
  ["/nowhere", undefined],
])("%s belongs to %s", (pathname, path) => {
  const routes = ["/resources/$id", "/", "/resources/new"].map((one) => ({
    path: one,
    preload: [],
  }));
  expect(routeOf(routes, pathname)?.path).toBe(path);
});
