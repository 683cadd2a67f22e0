import type { ConformanceCase } from "../case.ts";

/** An interface that other types implement in each subgraph, and with other fields. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { nodes: [Node] }
        interface Node { id: ID! }
        type Tree implements Node @key(fields: "id") { id: ID!, height: Int }
        type Rock implements Node @key(fields: "id") { id: ID! }
        type Pond implements Node { id: ID!, depth: Int }
      `,
      root: {
        nodes: [
          { __typename: "Tree", id: "t", height: 9 },
          { __typename: "Rock", id: "r" },
          { __typename: "Pond", id: "p", depth: 2 },
          null,
        ],
      },
      entities: { Tree: [{ id: "t", height: 9 }], Rock: [{ id: "r" }] },
    },
    {
      name: "b",
      sdl: `
        interface Named { name: String! }
        interface Node { id: ID! }
        type Tree implements Node & Named @key(fields: "id") { id: ID!, name: String!, age: Int }
        type Rock implements Named @key(fields: "id") { id: ID!, name: String! }
      `,
      entities: { Tree: [{ id: "t", name: "Rong", age: 100 }], Rock: [{ id: "r", name: "Shi" }] },
    },
  ],
  asks: {
    "a condition on an interface that the first subgraph does not know": {
      query: "{ nodes { ... on Named { name } id } }",
      data: { nodes: [{ name: "Rong", id: "t" }, { name: "Shi", id: "r" }, { id: "p" }, null] },
    },
    "conditions within conditions": {
      query: `{ nodes {
        ... on Named { ... on Node { id ... on Tree { age } } }
        ... on Pond { ... on Node { ... on Pond { depth } } }
        ... on Tree { ... on Named { name } height }
      } }`,
      data: {
        nodes: [{ id: "t", age: 100, name: "Rong", height: 9 }, { id: "r" }, { depth: 2 }, null],
      },
    },
    "a named fragment on the unknown interface, used twice": {
      query: `
        query { first: nodes { ...named } second: nodes { __typename ...named } }
        fragment named on Named { name }
      `,
      data: {
        first: [{ name: "Rong" }, { name: "Shi" }, {}, null],
        second: [
          { __typename: "Tree", name: "Rong" },
          { __typename: "Rock", name: "Shi" },
          { __typename: "Pond" },
          null,
        ],
      },
    },
  },
};
