import { isDeepStrictEqual } from "node:util";
import type { Language } from "@alliance-hub/platform/words/language";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type OperationDefinitionNode, buildSchema, getVariableValues, parse } from "graphql";
import { requestKeyOf } from "./subscription-request.ts";

const schema = buildSchema(`
  scalar Anything
  input Filter { kinds: [String!] = ["A"] most: Int isOpen: Boolean }
  type Query { a: Int }
  type Subscription { told(filter: Filter, anything: Anything, least: Float, after: String): Int }
`);
const SOURCE = `subscription ($filter: Filter = { kinds: ["B"] }, $anything: Anything = 1, $least: Float = 0.5, $after: String) {
  told(filter: $filter, anything: $anything, least: $least, after: $after) }`;
const operation = parse(SOURCE).definitions[0] as OperationDefinitionNode;

type Variables = Readonly<Record<string, unknown>>;

const requestKey = (variables: Variables, language: Language = "zh-CN"): string =>
  requestKeyOf(
    { operation },
    {
      asked: { query: SOURCE, operationName: undefined, variables },
      forwarded: {},
      language,
      resumeVariable: "after",
    },
  );

/** As the specification coerces them (GraphQL, section 6.1.2), without the position. */
const coerced = (variables: Variables): unknown => {
  const { coerced: values, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variables,
  );
  const { after: _after, ...rest } = errors ? variables : values;
  return { isRefused: errors !== undefined, ...rest };
};

const NUMBERS = [0, -0, 1, 0.5, Infinity, -Infinity] as const;
const anything = fc.oneof(
  fc.constantFrom(...NUMBERS, null, "", "1", "\u0000Infinity", "\u0000\u0000", "\ud800", "\udfff"),
  fc.array(fc.constantFrom<unknown>(...NUMBERS, null, "null"), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom("a", "b", "toJSON", "__proto__"), fc.constantFrom(null, 1, "1"), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
);
/** As `JSON.parse` gives them: each may be left out, null, or have a value. */
const variables = fc.record(
  {
    filter: fc.option(
      fc.record(
        {
          kinds: fc.option(fc.array(fc.constantFrom("A", "B"), { maxLength: 2 })),
          most: fc.option(fc.integer({ min: 0, max: 2 })),
          isOpen: fc.option(fc.boolean()),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
    ),
    anything,
    least: fc.option(fc.constantFrom(...NUMBERS)),
    after: fc.option(fc.constantFrom("1", "2")),
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe("two subscriptions ask the same", () => {
  it("only if the specification makes the same of their variables", () => {
    fc.assert(
      fc.property(fc.array(variables, { minLength: 2, maxLength: 30 }), (many) => {
        const known = new Map<string, unknown>();
        for (const one of many) {
          const [key, values] = [requestKey(one), coerced(one)];
          if (known.has(key)) expect(isDeepStrictEqual(known.get(key), values)).toBe(true);
          known.set(key, values);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("not if one leaves a variable out that the other says is null", () => {
    expect(requestKey({})).not.toBe(requestKey({ filter: null }));
    expect(requestKey({ filter: {} })).not.toBe(requestKey({ filter: { most: null } }));
    expect(requestKey({ anything: JSON.parse("1e999") })).not.toBe(requestKey({ anything: null }));
  });

  it("not if they are to be told of errors in different languages", () => {
    expect(requestKey({}, "zh-Hant")).not.toBe(requestKey({}, "zh-CN"));
  });

  it("wherever they go on, with variables that nobody declared, and with none at all", () => {
    expect(requestKey({ after: "1" })).toBe(requestKey({ after: null }));
    expect(requestKey({ nobody: "asked" })).toBe(requestKey({}));
  });
});
