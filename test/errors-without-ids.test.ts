import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "@jest/globals";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What the hub says in one language, with what it chooses between. */
const SAID = /\b(?:zh|en):((?:[^\n]|\n\s+[?:`])*)/gu;
/** A value in a text. */
const VALUE = /\$\{([^{}]*)\}/gu;
/** An id, or several, as they are or as JSON; a number of ids is none. */
const ID = /^(?:JSON\.stringify\(|String\()?[\w.?!]*(?:\bids?|Ids?)\)?(?:\.join\(.*\))?$/u;
/** By its number a request is found in the log; it has no name. */
const NUMBERS = new Set(["requestId"]);

const texts = globSync("{kit/*,subgraphs/*,gateway}/src/**/*.ts", {
  cwd: ROOT,
  exclude: (name) => name.endsWith(".test.ts") || ["node_modules", "dist", "test"].includes(name),
}).flatMap((file) =>
  [...readFileSync(join(ROOT, file), "utf8").matchAll(SAID)].map(([, text = ""]) => ({
    file,
    text,
  })),
);
const idsIn = (text: string): string[] =>
  [...text.matchAll(VALUE)].flatMap(([, value = ""]) =>
    ID.test(value) && !NUMBERS.has(value) ? [value] : [],
  );

it.each([
  ["Only a liaison of ${unit.id} may do this.", ["unit.id"]],
  ['Give one of ${partyIds.join(", ")}.', ['partyIds.join(", ")']],
  ["Only ${is ? `whoever runs ${committeeId}` : `a liaison`} may.", ["committeeId"]],
  ["There are ${ids.length} of ${unit.name}.", []],
])("%s names %j", (text, ids) => {
  expect(idsIn(text)).toEqual(ids);
});

it("no message says an id where people expect a name", () => {
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter(({ text }) => idsIn(text).length > 0)).toEqual([]);
});
