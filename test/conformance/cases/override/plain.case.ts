import type { ConformanceCase } from "../case.ts";

/** A field has moved; the one it moved from would still answer, wrongly. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "old",
      sdl: `
        type Query { bill: Bill, bills: [Bill] }
        type Bill @key(fields: "id") { id: ID!, amount: Int, payer: String }
      `,
      root: {
        bill: { id: "1", amount: -1, payer: "Hu" },
        bills: [{ id: "1", amount: -1, payer: "Hu" }],
      },
      entities: { Bill: [{ id: "1", amount: -1, payer: "Hu" }] },
    },
    {
      name: "new",
      sdl: `
        type Query { bills: [Bill] @override(from: "old") }
        type Bill @key(fields: "id") { id: ID!, amount: Int @override(from: "old") }
      `,
      root: {
        bills: [
          { id: "1", amount: 50 },
          { id: "2", amount: 60 },
        ],
      },
      entities: { Bill: [{ id: "1", amount: 50 }] },
    },
  ],
  asks: {
    "the field is asked where it moved to": {
      query: "{ bill { amount payer } }",
      data: { bill: { amount: 50, payer: "Hu" } },
      calls: ["new", "old"],
    },
    "a root field moves as well": {
      query: "{ bills { amount } }",
      data: { bills: [{ amount: 50 }, { amount: 60 }] },
      calls: ["new"],
    },
  },
};
