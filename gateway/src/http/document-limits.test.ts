import { describe, expect, it } from "@jest/globals";
import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { readConfig } from "../config.ts";
import { requireWithinLimits } from "./document-limits.ts";

const { limits } = readConfig({});

function check(text: string, variables: Record<string, unknown> = {}): () => void {
  const document = parse(text);
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("no operation");
  return () => requireWithinLimits({ document, operation, variables }, limits);
}

describe("limits of a document", () => {
  it("let the deepest level pass and refuse one more", () => {
    const nested = (levels: number): string => `{ ${"a { ".repeat(levels - 1)} b ${"} ".repeat(levels - 1)} }`;
    expect(check(nested(limits.depth))).not.toThrow();
    expect(check(nested(limits.depth + 1))).toThrow(/level 17; the limit is 16/);
  });

  it("count the depth of fragments where they are spread", () => {
    const levels = Array.from({ length: 20 }, (_, i) => `fragment F${i} on T { a { ...F${i + 1} } }`).join("\n");
    expect(check(`{ ...F0 } ${levels} fragment F20 on T { b }`)).toThrow(expect.objectContaining({ code: "QUERY_TOO_COMPLEX" }));
  });

  it("count aliases", () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `x${i}: a`).join(" ");
    expect(check(`{ ${aliases} }`)).toThrow(/aliases: 101; the limit is 100/);
  });

  it("multiply page sizes, from literals, variables and the default", () => {
    const query = "query Q($first: Int) { a(first: $first) { nodes { b(first: 100) { nodes { c { nodes { id } } } } } } }";
    expect(check(query, { first: 20 })).not.toThrow();
    expect(check(query, { first: 100 })).toThrow(/rows/);
  });

  it("measure an exponential fragment bomb in no time, each fragment once", () => {
    const bomb = Array.from({ length: 60 }, (_, i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`).join("\n");
    expect(check(`{ ...F0 } ${bomb} fragment F60 on T { x: a }`)).toThrow(/aliases/);
  });
});
