import type { ConformanceCase } from "../case.ts";

/** A field that one subgraph says is never null, and another says may be. */
export const CASE: ConformanceCase = {
  supergraph: "shareable/nullability.graphql",
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { fromA: Note, list: [Note!]! @shareable }
        type Note @shareable { text: String!, tags: [String!]! }
      `,
      root: { fromA: { text: "t", tags: ["x"] }, list: [] },
    },
    {
      name: "b",
      sdl: `
        type Query { fromB: Note, list: [Note] @shareable }
        type Note @shareable { text: String, tags: [String] }
      `,
      root: { fromB: { text: null, tags: [null, "y"] }, list: [] },
    },
  ],
  asks: {
    "it may be null": {
      query: "{ fromA { text tags } fromB { tags text } }",
      data: { fromA: { text: "t", tags: ["x"] }, fromB: { tags: [null, "y"], text: null } },
    },
  },
};
