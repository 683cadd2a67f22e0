import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { ENUMERATIONS } from "@alliance-hub/platform/words/enumerations";
import { FIELDS, FIELDS_OF } from "@alliance-hub/platform/words/fields";
import { NOUNS } from "@alliance-hub/platform/words/nouns";
import { STATES } from "@alliance-hub/platform/words/states";
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from "graphql";

const text = readFileSync(new URL("../../schema/api.graphql", import.meta.url), "utf8");
const schema = buildSchema(text);
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

function valuesOf(name: string): string[] | undefined {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : undefined;
}

describe("messages have Chinese words", () => {
  it("for all fields of inputs and arguments of queries", () => {
    const inputs = types.filter(isInputObjectType).flatMap((type) => Object.keys(type.getFields()));
    const roots = [schema.getQueryType(), schema.getSubscriptionType()].flatMap((root) =>
      Object.values(root?.getFields() ?? {}).flatMap(({ args }) => args.map(({ name }) => name)),
    );
    const wordless = new Set([...inputs, ...roots].filter((name) => !(name in FIELDS)));
    expect([...wordless]).toEqual([]);
  });

  it("for fields of their own only in types that have them", () => {
    for (const [name, words] of Object.entries(FIELDS_OF)) {
      const type = schema.getType(name);
      const fields = isObjectType(type) || isInputObjectType(type) ? type.getFields() : {};
      const known = Object.keys(words).filter((field) => field in fields);
      expect({ name, any: known.length > 0 }).toEqual({ name, any: true });
    }
  });

  it("for records, by the names of their types", () => {
    const names = types.filter(isObjectType).map(({ name }) => name);
    expect(Object.keys(NOUNS).filter((noun) => !names.includes(noun))).toEqual([]);
  });

  it("for every state of a record, and for no others", () => {
    for (const noun of Object.keys(NOUNS)) {
      const values = valuesOf(`${noun}State`);
      if (!values) continue;
      const words: object = Reflect.get(STATES, noun) ?? {};
      expect({ noun, states: Object.keys(words).toSorted() }).toEqual({
        noun,
        states: values.toSorted(),
      });
    }
  });

  it.each(Object.entries(ENUMERATIONS))("for every value of %s", (name, words) => {
    expect(Object.keys(words).toSorted()).toEqual(valuesOf(name)?.toSorted());
  });
});
