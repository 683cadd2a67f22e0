import { describe, expect, it } from "@jest/globals";
import { buildSchema, graphql } from "graphql";
import type { SelectionInfo } from "./selection.ts";
import { tableColumns } from "./columns.ts";

const schema = buildSchema(`
  type Item { id: ID title: String state: String owner: String kind: String remark: String }
  type Query { item: Item }`);
const columns = tableColumns({
  type: "Item",
  table: "item",
  columns: ["item.id", "item.title", "item.state", "item.ownerId", "item.kind", "item.endsOn"],
  always: ["id"],
  needs: { owner: ["ownerId"], state: ["state", "endsOn"] },
});

async function chosen(selection: string): Promise<readonly string[]> {
  let found: readonly string[] = [];
  const item = (_arguments: object, _context: unknown, info: SelectionInfo) => {
    found = columns.ofRecord(info).names;
    return null;
  };
  await graphql({ schema, source: `{ item ${selection} }`, rootValue: { item } });
  return found;
}

describe("the columns of a selection", () => {
  it.each([
    ["a field that is a column", "{ title }", ["item.id", "item.title"]],
    ["a field that needs another", "{ owner }", ["item.id", "item.ownerId"]],
    ["a field that needs more than its own", "{ state }", ["item.id", "item.state", "item.endsOn"]],
    ["any order", "{ kind title }", ["item.id", "item.title", "item.kind"]],
    ["the type's name alone", "{ __typename }", ["item.id"]],
  ])("are those of %s", async (_what, selection, names) => {
    expect(await chosen(selection)).toEqual(names);
  });

  it("are all of them for a field that nothing is known of", async () => {
    expect(await chosen("{ title remark }")).toEqual(columns.all.names);
  });
});
