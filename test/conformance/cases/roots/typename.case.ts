import type { ConformanceCase } from "../case.ts";

/** `__typename` at every place. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { list: [Entity], value: Value }
        type Mutation { go: Entity }
        type Entity @key(fields: "id") { id: ID! }
        type Value { deep: Value }
      `,
      root: { list: [{ id: "1" }, null], value: { deep: { deep: null } }, go: { id: "1" } },
    },
    {
      name: "b",
      sdl: `type Entity @key(fields: "id") { id: ID!, more: Value2 } type Value2 { n: Int }`,
      entities: { Entity: [{ id: "1", more: { n: 1 } }] },
    },
  ],
  asks: {
    "nothing else at the root: nobody is called": {
      query: "{ __typename a: __typename }",
      data: { __typename: "Query", a: "Query" },
      calls: [],
    },
    "of a mutation": {
      query: "mutation { m: __typename go { t: __typename } }",
      data: { m: "Mutation", go: { t: "Entity" } },
    },
    "between fields, several times": {
      query:
        "{ one: __typename list { __typename more { t: __typename n } u: __typename } two: __typename }",
      data: {
        one: "Query",
        list: [{ __typename: "Entity", more: { t: "Value2", n: 1 }, u: "Entity" }, null],
        two: "Query",
      },
    },
    "alone in objects": {
      query: "{ value { deep { __typename deep { __typename } } } list { x: __typename } }",
      data: {
        value: { deep: { __typename: "Value", deep: null } },
        list: [{ x: "Entity" }, null],
      },
    },
  },
};
