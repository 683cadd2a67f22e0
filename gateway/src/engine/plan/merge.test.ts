import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { copyOf } from "@alliance-hub/platform/subgraph/copy";
import { mergeInto, own } from "./merge.ts";
import type { Data } from "./run.ts";

const name = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "id", "name"),
  fc.string({ maxLength: 3 }),
);
const { answer } = fc.letrec<{ value: unknown; answer: Data }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, 1, "x", true),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("answer"),
  ),
  // As a socket gives it: `__proto__` is a name like any other.
  answer: fc
    .array(fc.tuple(name, tie("value")), { maxLength: 4 })
    .map(
      (pairs) =>
        JSON.parse(
          `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",")}}`,
        ) as Data,
    ),
}));
const isObjectType = (typename: string): boolean => typename !== "Node";
const text = (value: unknown): string => JSON.stringify(value);

describe("answers that are merged", () => {
  it("into nothing are what they were", () => {
    fc.assert(
      fc.property(answer, (source) => {
        const target: Data = {};
        mergeInto(target, source, isObjectType);
        expect(text(target)).toBe(text(source));
      }),
    );
  });

  it("twice are what they are once", () => {
    fc.assert(
      fc.property(answer, answer, (first, second) => {
        const once = copyOf(first) as Data;
        mergeInto(once, copyOf(second) as Data, isObjectType);
        const before = text(once);
        mergeInto(once, copyOf(second) as Data, isObjectType);
        expect(text(once)).toBe(before);
      }),
    );
  });

  it("never touch what all objects have in common", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).toSorted();
    fc.assert(
      fc.property(answer, answer, (first, second) => {
        mergeInto(first, second, isObjectType);
        expect(Object.getPrototypeOf(first)).toBe(Object.prototype);
        expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(before);
        expect(own({}, "polluted")).toBeUndefined();
      }),
    );
  });

  it("keep an object where another subgraph knows null, and take the later scalar", () => {
    const known: Data = { address: { street: "x" }, name: "a", list: [{ a: 1 }, null] };
    mergeInto(known, { address: null, name: null, list: [{ b: 2 }, { c: 3 }] }, isObjectType);
    expect(known).toEqual({
      address: { street: "x" },
      name: null,
      list: [{ a: 1, b: 2 }, { c: 3 }],
    });
  });

  it("replace the name of an interface by that of the object, never the other way", () => {
    const known: Data = { __typename: "Node" };
    mergeInto(known, { __typename: "Book" }, isObjectType);
    mergeInto(known, { __typename: "Node" }, isObjectType);
    expect(known["__typename"]).toBe("Book");
  });
});

describe("an object's own value", () => {
  it("is not what it inherits", () => {
    for (const inherited of Object.getOwnPropertyNames(Object.prototype))
      expect(own({}, inherited)).toBeUndefined();
    expect(own(JSON.parse('{"__proto__":1,"constructor":2}') as Data, "__proto__")).toBe(1);
    expect(own({ constructor: 2 } as unknown as Data, "constructor")).toBe(2); // an own property that TypeScript types as a function
  });
});
