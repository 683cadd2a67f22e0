import type { ConformanceCase } from "../case.ts";

/** Root types under other names, differing by subgraph. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        schema { query: RootQuery, mutation: Changes }
        type RootQuery { a: String, item: Item }
        type Changes { setA(to: String): String }
        type Item @key(fields: "id") { id: ID! }
      `,
      root: { a: "a", item: { id: "1" }, setA: ({ to }: { to: string }) => to },
    },
    {
      name: "b",
      sdl: `
        schema { query: Q }
        type Q { b: String }
        type Item @key(fields: "id") { id: ID!, name: String }
      `,
      root: { b: "b" },
      entities: { Item: [{ id: "1", name: "one" }] },
    },
  ],
  asks: {
    "the supergraph's have the usual names": {
      query: "{ __typename a b item { name } }",
      data: { __typename: "Query", a: "a", b: "b", item: { name: "one" } },
    },
    "mutations too": {
      query: `mutation { __typename setA(to: "x") }`,
      data: { __typename: "Mutation", setA: "x" },
    },
    "fragments on the root": {
      query: "{ ... on Query { a ...more } } fragment more on Query { b kind: __typename }",
      data: { a: "a", b: "b", kind: "Query" },
    },
  },
};
