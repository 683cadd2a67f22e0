import { readFile } from "node:fs/promises";
import { expect, it } from "@jest/globals";
import { LOG_FIELDS } from "./fields.ts";

it("the guide for operators lists the fields that lines may have, in the same words", async () => {
  const guide = new URL("../../../../docs/operations.md", import.meta.url);
  const text = await readFile(guide, "utf8");
  const table = text.slice(text.indexOf("## Log\n"), text.indexOf("## Traces"));
  const listed = [...table.matchAll(/^\| `(\w+)` +\| (.*?) *\|$/gm)].map(([, name, says]) => [
    name,
    says,
  ]);
  expect(listed).toEqual(Object.entries(LOG_FIELDS));
});
