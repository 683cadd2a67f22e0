import { describe, expect, it } from "@jest/globals";
import { parse } from "graphql";
import { directiveName, isLinked, readLinks } from "./links.ts";

const LINKS = readLinks(
  parse(`schema
    @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
    @link(url: "https://specs.apollo.dev/inaccessible/v0.2", as: "hidden", for: SECURITY)
    @link(url: "https://specs.apollo.dev/authenticated/v0.1", import: [{ name: "@authenticated", as: "@signedIn" }])
    @link(url: "https://specs.apollo.dev/tag/v0.3")
  { query: Query }`),
);

describe("linked specifications", () => {
  it("have directives under their own name, a namespace, or an import's name", () => {
    expect(directiveName(LINKS, "tag")).toBe("tag");
    expect(directiveName(LINKS, "inaccessible")).toBe("hidden");
    expect(directiveName(LINKS, "authenticated")).toBe("signedIn");
    expect(directiveName(LINKS, "requiresScopes")).toBeUndefined();
  });

  it("own the elements under their namespace and those imported, nothing else", () => {
    for (const name of [
      "join__Graph",
      "@join__type",
      "@link",
      "link__Import",
      "@hidden",
      "@signedIn",
    ])
      expect({ name, linked: isLinked(LINKS, name) }).toEqual({ name, linked: true });
    for (const name of ["Query", "joinery", "@deprecated", "link", "tags"])
      expect({ name, linked: isLinked(LINKS, name) }).toEqual({ name, linked: false });
  });
});
