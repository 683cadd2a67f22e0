import type { ConformanceCase } from "../case.ts";

/** What is required lies behind another key than the one the requiring subgraph has. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "orders",
      sdl: `
        type Query { order: Order }
        type Order @key(fields: "id") { id: ID! }
      `,
      root: { order: { id: "1" } },
    },
    {
      name: "numbers",
      sdl: `type Order @key(fields: "id") @key(fields: "number") { id: ID!, number: Int! }`,
      entities: { Order: [{ id: "1", number: 77 }] },
    },
    {
      name: "sums",
      sdl: `type Order @key(fields: "number") { number: Int!, sum: Int }`,
      entities: { Order: [{ number: 77, sum: 100 }] },
    },
    {
      name: "taxes",
      sdl: `type Order @key(fields: "id") { id: ID!, sum: Int @external, tax: Int @requires(fields: "sum") }`,
      resolvers: { "Order.tax": ({ sum }) => Number(sum) / 5 },
    },
  ],
  asks: {
    "keys are exchanged on the way to what is required": {
      query: "{ order { tax } }",
      data: { order: { tax: 20 } },
      calls: ["numbers", "orders", "sums", "taxes"],
    },
  },
};
