import type { ConformanceCase } from "../case.ts";

/** An interface that no type implements: to one subgraph it is an object, to the other nothing can be it. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `type Query { node: Node } interface Node @key(fields: "id") { id: ID! }`,
      root: { node: { __typename: "Node", id: "1" } },
    },
    {
      name: "b",
      sdl: `
        type Query { other: Node }
        type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID!, rank: Int }
      `,
      root: { other: { __typename: "Node", id: "2", rank: 5 } },
    },
  ],
  asks: {
    "is asked where it is an object": {
      query: "{ other { id rank } }",
      data: { other: { id: "2", rank: 5 } },
    },
  },
};
