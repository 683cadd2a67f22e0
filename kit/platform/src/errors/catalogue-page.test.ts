import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { cataloguePage } from "./catalogue-page.ts";

describe("docs/errors.md", () => {
  it("equals the catalogue", () => {
    const page = readFileSync(new URL("../../../../docs/errors.md", import.meta.url), "utf8");
    expect(page).toBe(cataloguePage());
  });
});
