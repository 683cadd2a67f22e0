import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "@jest/globals";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Built from parts, so that this file is not found by itself. */
const CAST = ["as unknown", "as "].join(" ");
const DISABLED = new RegExp(["oxlint", "disable"].join("-"));
const REASON = /\/\/ \S.{9,}/;
const NEVER = new RegExp(["@ts-(ignore|expect", "error|nocheck)|eslint", "disable"].join("-"));

const lines = globSync("{kit,subgraphs,gateway,web,schema,test}/**/*.{ts,tsx}", {
  cwd: ROOT,
  exclude: (name) => ["node_modules", "dist", "generated"].includes(name),
}).flatMap((file) =>
  readFileSync(join(ROOT, file), "utf8")
    .split("\n")
    .map((line, i, all) => ({ at: `${file}:${i + 1}`, line, before: all[i - 1] ?? "" })),
);

it("a check of types or of the linter is put aside only with its reason beside it", () => {
  const without = lines.filter(
    ({ line, before }) =>
      (line.includes(CAST) && !REASON.test(line) && !/^ *\/\/ /.test(before)) ||
      (DISABLED.test(line) && !/ -- \S.{9,}/.test(line)) ||
      NEVER.test(line),
  );
  expect(lines.length).toBeGreaterThan(10_000);
  expect(without).toEqual([]);
});
