import type { ConformanceCase } from "../case.ts";

/** The same field resolved by several; values say who answered. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { fromA: Unit, any: String @shareable }
        type Unit @key(fields: "id") { id: ID!, name: String @shareable, address: Address @shareable }
        type Address @shareable { street: String, town: String }
      `,
      root: {
        fromA: { id: "1", name: "One", address: { street: "Long", town: "T" } },
        any: "either",
      },
      entities: { Unit: [{ id: "1", name: "One", address: { street: "Long", town: "T" } }] },
    },
    {
      name: "b",
      sdl: `
        type Query { fromB: Unit, any: String @shareable, another: String }
        type Unit @key(fields: "id") {
          id: ID!
          name: String @shareable
          address: Address @shareable
          size: Int
        }
        type Address @shareable { street: String, town: String, zip: String }
      `,
      root: {
        fromB: { id: "1", name: "One", address: { street: "Long", town: "T", zip: "5" }, size: 3 },
        any: "either",
        another: "b",
      },
      entities: {
        Unit: [{ id: "1", name: "One", address: { street: "Long", town: "T", zip: "5" }, size: 3 }],
      },
    },
  ],
  asks: {
    "it is taken from where one already is": {
      query: "{ fromA { name address { town street } } }",
      data: { fromA: { name: "One", address: { town: "T", street: "Long" } } },
      calls: ["a"],
    },
    "a value type's field that one of them has not is fetched from the other": {
      query: "{ fromA { address { zip town } } }",
      data: { fromA: { address: { zip: "5", town: "T" } } },
      calls: ["a", "b"],
    },
    "one call serves a shared root field and others": {
      query: "{ any another fromB { name } }",
      data: { any: "either", another: "b", fromB: { name: "One" } },
      calls: ["b"],
    },
  },
};
