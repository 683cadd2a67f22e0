import { expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  type ExecutionResult,
  type GraphQLObjectType,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  buildSchema,
  execute,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { isPromise } from "./call.ts";
import { type ExecuteDocument, compileDocument } from "./compile-document.ts";
import { randomDocument, randomVariables } from "./testing/random-document.ts";
import { randomSchema } from "./testing/random-schema.ts";
import { RandomValues, type Told } from "./testing/random-values.ts";

const RULES = specifiedRules.filter(
  (rule) => rule !== NoUnusedVariablesRule && rule !== NoUnusedFragmentsRule,
);

/** A schema, a document and calls of it; equal cases have equal resolvers. */
const cases = fc
  .tuple(fc.infiniteStream(fc.nat({ max: 9999 })), fc.nat())
  .map(([numbers, seed]) => {
    const choose = (bound: number): number => (numbers.next().value ?? 0) % bound;
    const schema = randomSchema(choose, seed);
    const text = randomDocument(schema, choose);
    const calls = [randomVariables(choose), randomVariables(choose)];
    const operationName = ["Main", "Main", "Main", "Main", "Other", undefined][choose(6)];
    return { schema, seed, text, calls, operationName, [fc.toStringMethod]: () => text };
  });

it("answers as graphql-js does, and tells resolvers the same in the same order", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ schema, seed, text, calls, operationName }) => {
      const document = parse(text);
      expect(validate(schema, document, RULES)).toEqual([]);
      const compiled = compileDocument(schema, document);
      const values = new RandomValues(schema, seed);
      const root = schema.getQueryType() as GraphQLObjectType;
      for (const variableValues of calls) {
        const observe = (executeDocument: ExecuteDocument): Promise<unknown> => {
          const contextValue: Told = [];
          const rootValue = values.object(root, "root");
          return observed(
            executeDocument({ rootValue, contextValue, variableValues, operationName }),
            contextValue,
          );
        };
        const expected = await observe((given) => execute({ schema, document, ...given }));
        expect(await observe(compiled)).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
});

it("leaves no error unhandled of an item whose list has failed already", async () => {
  const schema = buildSchema("type Query { items: [Item!] } type Item { late: Int! }");
  const execute = compileDocument(schema, parse("{ items { late } }"));
  const late = (): Promise<never> => Promise.reject(new Error("late"));
  const { data, errors } = await execute({ rootValue: { items: [{ late }, null] } });
  expect(data).toEqual({ items: null });
  expect(errors?.map(({ path }) => path)).toEqual([["items", 1]]);
});

it("gives each resolver arguments of its own", async () => {
  const schema = buildSchema(`
    input Filter { text: String }
    type Query { search(filter: Filter, first: Int = 2): String }
  `);
  const execute = compileDocument(schema, parse('{ search(filter: { text: "a" }) }'));
  const search = (given: { filter: { text: string }; first: number }): string => {
    const asked = `${given.filter.text} ${given.first}`;
    given.filter.text += "b";
    given.first += 1;
    return asked;
  };
  await execute({ rootValue: { search } });
  expect(await execute({ rootValue: { search } })).toEqual({ data: { search: "a 2" } });
});

/** All that can be seen of an answer, with the order of its keys. */
async function observed(
  answer: ExecutionResult | Promise<ExecutionResult>,
  told: Told,
): Promise<unknown> {
  const result = await answer;
  // What no longer matters to the answer goes on until nothing is left to do.
  await new Promise(setImmediate);
  return {
    isPromise: isPromise(answer),
    data: inOrder(result.data),
    keys: Object.keys(result),
    errors: result.errors?.map((error) => ({
      ...error.toJSON(),
      name: error.name,
      cause: error.originalError?.message,
    })),
    told,
  };
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).map(([key, inner]) => [key, inOrder(inner)]);
}
