import { fail } from "../../../support/federation/fail.ts";
import type { ConformanceCase } from "../case.ts";

/** What is required failed. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { goods: [Good] }
        type Good @key(fields: "id") { id: ID!, weight: Int, price: Int! }
      `,
      root: {
        goods: [
          { id: "1", weight: () => fail("SCALE"), price: 5 },
          { id: "2", weight: 2, price: () => fail("TILL") },
          { id: "3", weight: 3, price: 7 },
        ],
      },
    },
    {
      name: "b",
      sdl: `type Good @key(fields: "id") {
        id: ID!
        weight: Int @external
        price: Int! @external
        cost: String @requires(fields: "weight")
        sum: String @requires(fields: "price")
        note: String
      }`,
      resolvers: {
        "Good.cost": ({ weight }) => `of ${String(weight)}`,
        "Good.sum": ({ price }) => `of ${String(price)}`,
        "Good.note": ({ id }) => `note ${String(id)}`,
      },
    },
  ],
  asks: {
    "a nullable field that failed is required as null": {
      query: "{ goods { weight cost } }",
      data: {
        goods: [
          { weight: null, cost: "of null" },
          { weight: 2, cost: "of 2" },
          { weight: 3, cost: "of 3" },
        ],
      },
      errors: [{ path: ["goods", 0, "weight"], code: "SCALE", service: "a" }],
    },
    "a non-null one makes its entity null": {
      query: "{ goods { price sum note } }",
      data: {
        goods: [
          { price: 5, sum: "of 5", note: "note 1" },
          null,
          { price: 7, sum: "of 7", note: "note 3" },
        ],
      },
      errors: [{ path: ["goods", 1, "price"], code: "TILL", service: "a" }],
    },
  },
};
