import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { things: [Thing] }
        type Thing @key(fields: "id") { id: ID! }
      `,
      root: { things: [{ id: "1" }, { id: "9" }, { id: "2" }] },
    },
    {
      name: "b",
      sdl: `type Thing @key(fields: "id") @key(fields: "code") { id: ID!, code: String! }`,
      entities: {
        Thing: [
          { id: "1", code: "x" },
          { id: "2", code: "y" },
        ],
      },
    },
    {
      name: "c",
      sdl: `type Thing @key(fields: "code") @key(fields: "serial { number }") {
        code: String!
        serial: Serial!
      }
      type Serial @shareable { number: Int! }`,
      entities: {
        Thing: [
          { code: "x", serial: { number: 10 } },
          { code: "y", serial: { number: 20 } },
        ],
      },
    },
    {
      name: "d",
      sdl: `type Thing @key(fields: "serial { number }") { serial: Serial!, weight: Int }
      type Serial @shareable { number: Int! }`,
      entities: {
        Thing: [
          { serial: { number: 20 }, weight: 200 },
          { serial: { number: 10 }, weight: 100 },
        ],
      },
    },
  ],
  asks: {
    "keys are exchanged over two subgraphs that add nothing else; an unknown entity has no fields":
      {
        query: "{ things { weight } }",
        data: { things: [{ weight: 100 }, { weight: null }, { weight: 200 }] },
        calls: ["a", "b", "c", "d"],
      },
  },
};
