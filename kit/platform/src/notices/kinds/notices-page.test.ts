import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { NOTICE_KINDS } from "./all.ts";
import { noticesPage } from "./notices-page.ts";
import { placesOf } from "../template.ts";
import { CAUSES } from "../causes.ts";
import { TASK_KINDS } from "../task-kinds.ts";

const ROOT = new URL("../../../../../", import.meta.url);

describe("docs/notices.md", () => {
  it("is the table of the code", () => {
    expect(readFileSync(new URL("docs/notices.md", ROOT), "utf8")).toBe(noticesPage());
  });

  it("has every noun that has notices", () => {
    const files = readdirSync(new URL("kit/platform/src/notices/kinds", ROOT));
    const nouns = files.filter((file) => file !== "all.ts" && !file.startsWith("notices-page"));
    expect(Object.keys(NOTICE_KINDS)).toHaveLength(nouns.length);
  });
});

describe("the words of notices, tasks and causes", () => {
  const words = [
    ...Object.values(NOTICE_KINDS).flatMap((kinds) => Object.values(kinds)),
    ...Object.values(TASK_KINDS),
    ...Object.values(CAUSES),
  ];
  it.each(words.map(({ zh, en }) => [zh, en]))("%s: both languages name the same", (zh, en) => {
    expect([...placesOf(en)].toSorted()).toEqual([...placesOf(zh)].toSorted());
  });

  it("name in SQL what tasks are called in the code", () => {
    const kinds = ["members", "resources", "activities"].flatMap((subgraph) => {
      const folder = new URL(`subgraphs/${subgraph}/src/migrations/`, ROOT);
      const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
      return texts.flatMap((text) =>
        Array.from(text.matchAll(/'kind', '([A-Z_]+)'/g), ([, kind = ""]) => kind),
      );
    });
    expect([...new Set(kinds)].toSorted()).toEqual(Object.keys(TASK_KINDS).toSorted());
  });
});
