import { beforeAll, describe, expect, it } from "@jest/globals";
import { type DocumentNode, parse, visit } from "graphql";
import { glossaryTable } from "./support/glossary.ts";
import { readDocument } from "./support/guide.ts";

let schema: DocumentNode;
beforeAll(async () => {
  schema = parse(await readDocument("schema/api.graphql"));
});

function namesOfSchema(): ReadonlySet<string> {
  const names = new Set<string>();
  visit(schema, { Name: ({ value }) => void names.add(value) });
  return names;
}

describe("the glossary", () => {
  it("has API names that the schema has, and marks those that it does not have yet", async () => {
    const names = namesOfSchema();
    const table = (await glossaryTable("简体")).map(([, , api = ""]) => ({
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
});
