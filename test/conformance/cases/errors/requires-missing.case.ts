import { fail } from "../../../support/federation/fail.ts";
import type { ConformanceCase } from "../case.ts";

/** What is required is not there: nobody may compute with it as if it were null. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { goods: [Good] }
        type Good @key(fields: "id") { id: ID!, maker: Maker }
        type Maker @key(fields: "id") { id: ID! }
      `,
      root: {
        goods: ["1", "2", "3", "4"].map((id) => ({ id, maker: { id: `m${id}` } })),
      },
    },
    {
      // Does not know good 2 and maker m2; the scale of good 3 and the town of maker m3 fail.
      name: "scales",
      sdl: `
        type Good @key(fields: "id") { id: ID!, weight: Int, gross: Int! }
        type Maker @key(fields: "id") { id: ID!, town: String! }
      `,
      entities: {
        Good: [
          { id: "1", weight: 10, gross: 11 },
          { id: "3", weight: 30, gross: () => fail("SCALE") },
          { id: "4", weight: null, gross: 41 },
        ],
        Maker: [
          { id: "m1", town: "甲" },
          { id: "m3", town: () => fail("MAP") },
          { id: "m4", town: "丁" },
        ],
      },
    },
    {
      name: "prices",
      sdl: `
        type Good @key(fields: "id") {
          id: ID!
          weight: Int @external
          gross: Int! @external
          maker: Maker @external
          cost: String @requires(fields: "weight")
          freight: String @requires(fields: "gross")
          from: String @requires(fields: "maker { town }")
        }
        type Maker @key(fields: "id") { id: ID!, town: String! @external }
      `,
      resolvers: {
        "Good.cost": ({ weight }) => `of ${String(weight)}`,
        "Good.freight": ({ gross }) => `of ${String(gross)}`,
        "Good.from": ({ maker }) => `of ${String((maker as { town?: string }).town)}`,
      },
    },
    {
      name: "taxes",
      sdl: `type Good @key(fields: "id") { id: ID!, freight: String @external, tax: String @requires(fields: "freight") }`,
      resolvers: { "Good.tax": ({ freight }) => `on ${String(freight)}` },
    },
  ],
  asks: {
    "an entity that nobody knows is not computed with; a null is": {
      query: "{ goods { id cost } }",
      data: {
        goods: [
          { id: "1", cost: "of 10" },
          { id: "2", cost: null },
          { id: "3", cost: "of 30" },
          { id: "4", cost: "of null" },
        ],
      },
    },
    "what failed says so where it was needed": {
      query: "{ goods { id freight } }",
      data: {
        goods: [
          { id: "1", freight: "of 11" },
          { id: "2", freight: null },
          { id: "3", freight: null },
          { id: "4", freight: "of 41" },
        ],
      },
      errors: [{ path: ["goods", 2, "freight"], code: "SCALE", service: "scales" }],
    },
    "below another object": {
      query: "{ goods { id from } }",
      data: {
        goods: [
          { id: "1", from: "of 甲" },
          { id: "2", from: null },
          { id: "3", from: null },
          { id: "4", from: "of 丁" },
        ],
      },
      errors: [{ path: ["goods", 2, "from"], code: "MAP", service: "scales" }],
    },
    "and on to what requires that": {
      query: "{ goods { id tax } }",
      data: {
        goods: [
          { id: "1", tax: "on of 11" },
          { id: "2", tax: null },
          { id: "3", tax: null },
          { id: "4", tax: "on of 41" },
        ],
      },
      errors: [{ path: ["goods", 2, "tax"], code: "SCALE", service: "scales" }],
    },
  },
};
