import { describe, expect, it } from "@jest/globals";
import { buildSchema, graphql } from "graphql";
import { type SelectionInfo, selectedFields } from "./selection.ts";

const schema = buildSchema(`
  interface Named { name: String }
  type Item implements Named { id: ID name: String size: Int owner: Unit }
  type Unit implements Named { id: ID name: String kind: String }
  union Entity = Item | Unit
  type Edge { node: Item }
  type Page { nodes: [Item] edges: [Edge] total: Int }
  type Query { item: Item page: Page entities: [Entity] }`);

/** The fields selected of a type below one field of the document. */
async function selected(
  field: string,
  query: string,
  at: { type?: string; paths?: string[][]; variables?: Record<string, unknown> } = {},
): Promise<string[]> {
  const found: string[][] = [];
  const look = (_arguments: object, _context: unknown, info: SelectionInfo) => {
    found.push([...selectedFields(info, at.type ?? "Item", at.paths ?? [[]])].toSorted());
    return null;
  };
  const { errors } = await graphql({
    schema,
    source: query,
    rootValue: { [field]: look },
    variableValues: at.variables ?? null,
  });
  expect(errors).toBeUndefined();
  return found[0] ?? [];
}

const CONNECTION = { paths: [["nodes"], ["edges", "node"]] };

describe("the fields that are selected", () => {
  it("are those of the document, by name and not by alias, from every part of it", async () => {
    const query = `{ item { a: name ...Rest } item { size } } fragment Rest on Item { owner { kind } }`;
    expect(await selected("item", query)).toEqual(["name", "owner", "size"]);
  });

  it("are found below a connection, in nodes and in edges", async () => {
    const query = `{ page { total nodes { id } ...More } } fragment More on Page { edges { node { ... on Named { name } } } }`;
    expect(await selected("page", query, CONNECTION)).toEqual(["id", "name"]);
  });

  it("are those of one type where several are asked for", async () => {
    const query = `{ entities { __typename ... on Item { id size } ... on Unit { kind } ... on Named { name } } }`;
    expect(await selected("entities", query)).toEqual(["__typename", "id", "name", "size"]);
    expect(await selected("entities", query, { type: "Unit" })).toEqual([
      "__typename",
      "kind",
      "name",
    ]);
  });

  it("count what a variable leaves out", async () => {
    const query = `query ($no: Boolean!) { item { id size @include(if: $no) } }`;
    expect(await selected("item", query, { variables: { no: false } })).toEqual(["id", "size"]);
  });
});
