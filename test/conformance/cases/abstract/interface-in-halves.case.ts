import type { ConformanceCase } from "../case.ts";

const row = (type: string, id: string, fields: object) => ({ __typename: type, id, ...fields });

/** An interface of which each subgraph has another field. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "left",
      sdl: `
        type Query { nodes: [Node] }
        interface Node { id: ID! length: Int }
        type Beam implements Node @key(fields: "id") { id: ID! length: Int }
        type Post implements Node @key(fields: "id") { id: ID! length: Int }
      `,
      root: { nodes: [row("Beam", "1", { length: 3 }), row("Post", "2", { length: 4 }), null] },
      entities: { Beam: [{ id: "1", length: 3 }], Post: [{ id: "2", length: 4 }] },
    },
    {
      name: "right",
      sdl: `
        interface Node { id: ID! width: Int }
        type Beam implements Node @key(fields: "id") { id: ID! width: Int }
        type Post implements Node @key(fields: "id") { id: ID! width: Int }
      `,
      entities: { Beam: [{ id: "1", width: 5 }], Post: [{ id: "2", width: 6 }] },
    },
  ],
  asks: {
    "fields of both halves": {
      query: "{ nodes { length width } }",
      data: { nodes: [{ length: 3, width: 5 }, { length: 4, width: 6 }, null] },
    },
    "under conditions that exclude each other": {
      query: "{ nodes { ... on Beam { ... on Node { ... on Post { length } } } } }",
      data: { nodes: [{}, {}, null] },
    },
    "with a condition and an alias": {
      query: "{ nodes { w: width ... on Post { length } __typename } }",
      data: {
        nodes: [{ w: 5, __typename: "Beam" }, { w: 6, length: 4, __typename: "Post" }, null],
      },
    },
  },
};
