import { beforeAll, describe, expect, it } from "@jest/globals";
import { type DocumentNode, parse, visit } from "graphql";
import { readDocument } from "./support/guide.ts";

type Row = readonly string[];

let glossary: string;
let schema: DocumentNode;
beforeAll(async () => {
  glossary = await readDocument("docs/glossary.md");
  schema = parse(await readDocument("schema/api.graphql"));
});

const cellsOf = (line: string): Row =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Rows of the table whose first heading this is. */
function tableOf(heading: string): readonly Row[] {
  const tables = glossary.split("\n\n").map((block) => block.split("\n").map(cellsOf));
  const table = tables.find(([headings]) => headings?.[0] === heading) ?? [];
  return table.slice(2);
}

function namesOfSchema(): ReadonlySet<string> {
  const names = new Set<string>();
  visit(schema, { Name: ({ value }) => void names.add(value) });
  return names;
}

function descriptionsOfSchema(): readonly string[] {
  const texts: string[] = [];
  visit(schema, { StringValue: ({ value }) => void texts.push(value) });
  return texts;
}

describe("the glossary", () => {
  it("has API names that the schema has, and marks those that it does not have yet", () => {
    const names = namesOfSchema();
    const table = tableOf("简体").map(([, , api = ""]) => ({
      api: [...api.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
      isPlanned: api.includes("(planned)"),
    }));
    expect(table.length).toBeGreaterThan(40);
    const missing = table.filter(({ api, isPlanned }) => !isPlanned && !api.every(isThere));
    const made = table.filter(({ api, isPlanned }) => isPlanned && api.every(isThere));
    expect({ missing, made }).toEqual({ missing: [], made: [] });
    function isThere(name: string): boolean {
      return names.has(name);
    }
  });

  it("has retired words, none of which stands in a description of the schema", () => {
    const retired = tableOf("停用 retired").map(([word = "", , except = ""]) => ({
      // Remarks in brackets say what was meant; English words end where others begin.
      word: new RegExp(/^\w/.test(word) ? `\\b${word}s?\\b` : word.replace(/（.*/, ""), "i"),
      except: except.split("、").filter(Boolean),
    }));
    expect(retired.length).toBeGreaterThan(5);
    const found = descriptionsOfSchema().flatMap((text) =>
      retired.flatMap(({ word, except }) => {
        const rest = except.reduce((left, kept) => left.replaceAll(kept, ""), text);
        return word.test(rest) ? [`${String(word)}: ${text}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });
});
