import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { licencesOf } from "./support/licences.ts";

const ROOT = new URL("../../", import.meta.url);

/** Licences that forbid no use of what is installed, by their SPDX names. */
const PERMITTED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  // Of data: caniuse-lite, which Babel reads below Jest.
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

const lockFile = async (folder = ""): Promise<string> =>
  await readFile(new URL(`${folder}package-lock.json`, ROOT), "utf8");

describe("what npm ci brings", () => {
  it("forbids no use", async () => {
    const packages = licencesOf(await lockFile());
    expect(packages.length).toBeGreaterThan(500);
    const forbidding = packages.filter(
      ({ choices }) => !choices.some((all) => all.every((licence) => PERMITTED.has(licence))),
    );
    expect(forbidding).toEqual([]);
  });

  it.each(["", "test/peers/"])(
    "comes from whichever registry npm is set to: %spackage-lock.json",
    async (folder) => {
      expect(await lockFile(folder)).not.toMatch(/"resolved": "(?:https?|git)/);
    },
  );
});
