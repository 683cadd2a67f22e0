import { describe, expect, it } from "@jest/globals";
import {
  type DocumentNode,
  type SelectionSetNode,
  buildSchema,
  getOperationAST,
  parse,
} from "graphql";
import { fragmentApplies } from "./fragment-applies.ts";
import { fragmentsOf } from "./fragments-of.ts";
import { openFragments } from "./open-fragments.ts";

const schema = buildSchema(`
  interface Named { name: String }
  interface Kept implements Named { name: String }
  type Item implements Kept & Named { name: String }
  type Unit implements Named { name: String }
  type Note { text: String }
  union Entity = Item | Unit
  union Anything = Item | Unit | Note
  type Query { entities: [Entity] }`);

function rootOf(document: DocumentNode): SelectionSetNode {
  const operation = getOperationAST(document);
  if (!operation) throw new Error("The document has no operation");
  return operation.selectionSet;
}

/** The fields that a document selects of objects of a type, by their keys. */
function fieldsOf(typeName: string, text: string): string[] {
  const document = parse(text);
  const fragments = fragmentsOf(document);
  const fields: string[] = [];
  openFragments(rootOf(document), typeName, {
    isIncluded: ({ directives }) => directives?.length === 0,
    fragment: (name) => fragments.get(name),
    enter: (condition, on) => (fragmentApplies(schema, on, condition) ? on : undefined),
    visit: ({ alias, name }) => fields.push((alias ?? name).value),
  });
  return fields;
}

describe("the fields of a selection set", () => {
  it("are those of all fragments that apply, in the order of the document", () => {
    const text = `{ a ... on Named { b ...F c } ... { d } ... on Unit { e } ...G f }
      fragment F on Entity { x ... on Item { y } ... on Unit { z } }
      fragment G on Note { n }`;
    expect(fieldsOf("Item", text)).toEqual(["a", "b", "x", "y", "c", "d", "f"]);
    expect(fieldsOf("Unit", text)).toEqual(["a", "b", "x", "z", "c", "d", "e", "f"]);
    expect(fieldsOf("Note", text)).toEqual(["a", "d", "n", "f"]);
  });

  it("lack what is left out, and what is spread and not there", () => {
    const text = `{ a @skip(if: true) ... @include(if: false) { b } ...F @skip(if: true) ...Gone c }
      fragment F on Item { x }`;
    expect(fieldsOf("Item", text)).toEqual(["c"]);
  });

  it("tell what is known of the objects at each of them", () => {
    const document = parse("{ a ... on Item { b ... on Named { c } } ... on Note { d } }");
    const found: string[] = [];
    openFragments(rootOf(document), [] as readonly string[], {
      fragment: () => undefined,
      enter: (condition, on) => (condition === "Note" ? undefined : [...on, condition]),
      visit: ({ name }, on) => found.push([...on, name.value].join(".")),
    });
    expect(found).toEqual(["a", "Item.b", "Item.Named.c"]);
  });
});

describe("a fragment applies", () => {
  it.each([
    ["Item", "Item"],
    ["Item", "Named"],
    ["Item", "Kept"],
    ["Item", "Entity"],
    // All that can stand behind the interface are.
    ["Kept", "Named"],
    ["Kept", "Item"],
    ["Named", "Entity"],
    ["Named", "Anything"],
  ])("to %s if it is on %s", (typeName, condition) => {
    expect(fragmentApplies(schema, typeName, condition)).toBe(true);
  });

  it.each([
    ["Item", "Unit"],
    ["Unit", "Kept"],
    ["Note", "Named"],
    ["Note", "Entity"],
    ["Named", "Item"],
    ["Named", "Kept"],
    ["Item", "Gone"],
    ["Gone", "Named"],
  ])("not to %s if it is on %s", (typeName, condition) => {
    expect(fragmentApplies(schema, typeName, condition)).toBe(false);
  });
});
