import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "@jest/globals";
import { LONGEST } from "./longest-first.ts";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

it("what begins first is there", () => {
  expect(LONGEST.filter((file) => !existsSync(`${ROOT}${file}`))).toEqual([]);
});
