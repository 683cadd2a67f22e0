import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type OperationDefinitionNode, parse } from "graphql";
import { expandedSize } from "./expanded-size.ts";

function sizeOf(text: string): number {
  const document = parse(text);
  return expandedSize(document, document.definitions[0] as OperationDefinitionNode);
}

describe("the size of an operation", () => {
  it("counts a fragment wherever it is spread", () => {
    expect(sizeOf("{ a { ...F } b { ...F ... on T { c } } } fragment F on T { x y { z } }")).toBe(
      9,
    );
  });

  it("of fragments that spread each other twice is told without expanding them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 45 }), (levels) => {
        const fragments = Array.from(
          { length: levels },
          (_, level) => `fragment F${level} on T { a { ...F${level + 1} } b { ...F${level + 1} } }`,
        );
        const text = `{ r { ...F0 } } ${fragments.join(" ")} fragment F${levels} on T { c }`;
        expect(sizeOf(text)).toBe(1 + 2 ** (levels + 1) - 2 + 2 ** levels);
      }),
    );
  });

  it("ends for fragments in a circle, which validation rejects", () => {
    expect(sizeOf("{ ...F } fragment F on T { a ...G } fragment G on T { b ...F }")).toBeLessThan(
      9,
    );
  });
});
