import { describe, expect, it } from "@jest/globals";
import { GUIDE, GUIDE_IN_CHINESE, examplesOf, readDocument } from "../../support/guide.ts";

const COMMENT = /(^|\s)\/\/ .*$/gm;
const CODE = /^```[^]*?^```$/gm;

/** Programs without their comments, which each guide has in its own language. */
const programsOf = async (file: string) =>
  (await examplesOf(file)).map((example) => ({
    ...example,
    text: example.text.replaceAll(COMMENT, "$1"),
  }));

/** How deep each heading stands, and what a reader may copy from the text: names, codes, figures. */
async function outlineOf(file: string) {
  const prose = (await readDocument(file)).replaceAll(CODE, "");
  const found = (pattern: RegExp) => [...prose.matchAll(pattern)].map(([text]) => text);
  return {
    headings: found(/^#+/gm),
    rows: found(/^\| `[^|]+\| *\w+/gm).map((row) => row.replaceAll(/\s+/g, "")),
    names: [...new Set(found(/`[^`\n]+`/g))].toSorted(),
  };
}

describe("the guide in Chinese", () => {
  it("has the programs of the English one, which the tests run", async () => {
    expect(await programsOf(GUIDE_IN_CHINESE)).toEqual(await programsOf(GUIDE));
  });

  it("has its headings, its settings, and every name that it mentions", async () => {
    expect(await outlineOf(GUIDE_IN_CHINESE)).toEqual(await outlineOf(GUIDE));
  });

  it("addresses its reader politely", async () => {
    expect(await readDocument(GUIDE_IN_CHINESE)).not.toMatch(/你/);
  });
});
