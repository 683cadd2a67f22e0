import type { ConformanceCase } from "../case.ts";

const HOUSE = { id: "h", street: { id: "s", town: "T" }, number: 5 };

/** A key that holds another entity's key, and a subgraph for each. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "houses",
      sdl: `
        type Query { house: House }
        type House @key(fields: "id") @key(fields: "street { id } number") {
          id: ID!
          street: Street!
          number: Int!
        }
        type Street @key(fields: "id") { id: ID! }
      `,
      root: { house: HOUSE },
      entities: { House: [HOUSE] },
    },
    {
      name: "streets",
      sdl: `type Street @key(fields: "id") { id: ID!, town: String! }`,
      entities: { Street: [{ id: "s", town: "T" }] },
    },
    {
      name: "post",
      sdl: `
        type Query { letterTo: House }
        type House @key(fields: "street { id } number") { street: Street!, number: Int!, box: String }
        type Street @key(fields: "id") { id: ID! }
      `,
      root: { letterTo: { street: { id: "s" }, number: 5, box: "green" } },
      entities: { House: [{ street: { id: "s" }, number: 5, box: "green" }] },
    },
    {
      name: "tax",
      sdl: `type House @key(fields: "id") { id: ID!, due: Int }`,
      entities: { House: [{ id: "h", due: 12 }] },
    },
  ],
  asks: {
    "a nested key is exchanged for a plain one": {
      query: "{ letterTo { due box street { town } } }",
      data: { letterTo: { due: 12, box: "green", street: { town: "T" } } },
    },
    "and the other way round": {
      query: "{ house { box due street { town } } }",
      data: { house: { box: "green", due: 12, street: { town: "T" } } },
    },
  },
};
