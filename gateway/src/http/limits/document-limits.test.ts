import { describe, expect, it } from "@jest/globals";
import { Kind, type OperationDefinitionNode, buildSchema, parse } from "graphql";
import { readConfig } from "../../config.ts";
import { requireWithinLimits } from "./document-limits.ts";

const { limits } = readConfig({});

const schema = buildSchema(`
  type Query { item: Item items(first: Int): ItemConnection }
  type ItemConnection { nodes: [Item!]! edges: [ItemEdge!]! totalCount: Int! }
  type ItemEdge { node: Item! }
  type Item { id: ID! labels: [String!]! item: Item parts: [Item!]! items(first: Int): ItemConnection }
`);

function check(text: string, variables: Record<string, unknown> = {}): () => void {
  const document = parse(text);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error("no operation");
  return () => requireWithinLimits({ schema, document, operation, variables }, limits);
}

describe("limits of a document", () => {
  it("let the deepest level pass and refuse one more", () => {
    const nested = (levels: number): string =>
      `{ ${"item { ".repeat(levels - 1)} id ${"} ".repeat(levels - 1)} }`;
    expect(check(nested(limits.depth))).not.toThrow();
    expect(check(nested(limits.depth + 1))).toThrow(/level 17; the limit is 16/);
  });

  it("count the depth of fragments where they are spread", () => {
    const levels = Array.from(
      { length: 20 },
      (_, i) => `fragment F${i} on Item { item { ...F${i + 1} } }`,
    );
    expect(check(`{ item { ...F0 } } ${levels.join("\n")} fragment F20 on Item { id }`)).toThrow(
      expect.objectContaining({ code: "QUERY_TOO_COMPLEX" }),
    );
  });

  it("count aliases", () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `x${i}: item { id }`).join(" ");
    expect(check(`{ ${aliases} }`)).toThrow(/aliases: 101; the limit is 100/);
  });

  const three = (first: string, open = "", close = ""): string => {
    const list = (inner: string): string => `items${first} { ${open} nodes { ${inner} } ${close} }`;
    return list(list(list("id")));
  };

  it("multiply page sizes, from literals, variables, their defaults and the default", () => {
    expect(check(`{ ${three("(first: 20)")} }`)).not.toThrow();
    expect(check(`{ ${three("(first: 100)")} }`)).toThrow(/rows/);
    expect(check(`query Q($n: Int) { ${three("(first: $n)")} }`, { n: 100 })).toThrow(/rows/);
    expect(check(`query Q($n: Int = 100) { ${three("(first: $n)")} }`)).toThrow(/rows/);
    expect(check(`{ ${three("")} }`)).not.toThrow();
  });

  it("see lists through fragments, and lists that have no pages", () => {
    expect(check(`{ ${three("(first: 100)", "... {", "}")} }`)).toThrow(/rows/);
    expect(check("{ item { parts { parts { parts { id } } } } }")).toThrow(/rows/);
    expect(check("{ item { parts { labels } } }")).not.toThrow();
  });

  it("leave a page that is too large to the list, which names the rule", () => {
    expect(check("{ items(first: 99999999) { nodes { id } } }")).not.toThrow();
  });

  it("measure an exponential fragment bomb in no time, each fragment once", () => {
    const bomb = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    expect(check(`{ ...F0 } ${bomb.join("\n")} fragment F60 on Query { x: item { id } }`)).toThrow(
      /aliases/,
    );
  });
});
