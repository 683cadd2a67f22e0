import type { ConformanceCase } from "../case.ts";

/** The second subgraph knows one of three. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "shop",
      sdl: `
        type Query { items: [Item], strict: [Item!], one: Item }
        type Item @key(fields: "id") { id: ID! }
      `,
      root: {
        items: [{ id: "1" }, { id: "2" }, { id: "3" }],
        strict: [{ id: "1" }, { id: "2" }],
        one: { id: "3" },
      },
    },
    {
      name: "stock",
      sdl: `type Item @key(fields: "id") { id: ID!, count: Int, place: String!, tags: [String!] }`,
      entities: { Item: [{ id: "2", count: 4, place: "left", tags: ["new"] }] },
    },
  ],
  asks: {
    "nullable fields of an entity that is not found are null": {
      query: "{ items { id count tags } }",
      data: {
        items: [
          { id: "1", count: null, tags: null },
          { id: "2", count: 4, tags: ["new"] },
          { id: "3", count: null, tags: null },
        ],
      },
    },
    "a non-null field of it makes the entity null": {
      query: "{ items { id place } }",
      data: { items: [null, { id: "2", place: "left" }, null] },
      errors: [{ path: ["items", 0, "place"] }, { path: ["items", 2, "place"] }],
    },
    "and what may not be null either": {
      query: "{ strict { place } one { count } }",
      data: { strict: null, one: { count: null } },
      errors: [{ path: ["strict", 0, "place"] }],
    },
  },
};
