import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "catalog",
      sdl: `
        type Query { chair: Chair, chairs: [Chair], noChair: Chair }
        type Chair @key(fields: "id") { id: ID!, name: String! }
      `,
      root: {
        chair: { id: "1", name: "stool" },
        chairs: [{ id: "1", name: "stool" }, null, { id: "2", name: "bench" }],
        noChair: null,
      },
    },
    {
      name: "stock",
      sdl: `type Chair @key(fields: "id") { id: ID!, inStock: Int }`,
      entities: {
        Chair: [
          { id: "1", inStock: 7 },
          { id: "2", inStock: 0 },
        ],
      },
    },
  ],
  asks: {
    "an entity has fields of two subgraphs, in the order asked for": {
      query: "{ chair { inStock name id } }",
      data: { chair: { inStock: 7, name: "stool", id: "1" } },
      calls: ["catalog", "stock"],
    },
    "a key that was not asked for does not appear": {
      query: "{ chair { inStock } }",
      data: { chair: { inStock: 7 } },
    },
    "a list is looked up in one call, nulls stay where they are": {
      query: "{ chairs { name inStock } }",
      data: {
        chairs: [{ name: "stool", inStock: 7 }, null, { name: "bench", inStock: 0 }],
      },
      calls: ["catalog", "stock"],
    },
    "another field may take the key's name": {
      query: "{ chair { id: name inStock } }",
      peerDiffers: "another field under a key's name is taken for the key",
      data: { chair: { id: "stool", inStock: 7 } },
    },
    "a root field that is null needs no lookup": {
      query: "{ noChair { inStock } }",
      data: { noChair: null },
      calls: ["catalog"],
    },
  },
};
