import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "halls",
      sdl: `
        type Query { seats: [Seat!]! }
        type Seat @key(fields: "row number") { row: String!, number: Int! }
      `,
      root: {
        seats: [
          { row: "a", number: 1 },
          { row: "a", number: 2 },
          { row: "b", number: 1 },
        ],
      },
    },
    {
      name: "tickets",
      sdl: `type Seat @key(fields: "row number") { row: String!, number: Int!, holder: String }`,
      entities: {
        Seat: [
          { row: "b", number: 1, holder: "Wu" },
          { row: "a", number: 2, holder: "Li" },
          { row: "a", number: 1, holder: null },
        ],
      },
    },
  ],
  asks: {
    "both fields of the key are sent": {
      query: "{ seats { holder } }",
      data: { seats: [{ holder: null }, { holder: "Li" }, { holder: "Wu" }] },
    },
    "half of the key, under another name": {
      query: "{ seats { number: row holder } }",
      peerDiffers: "another field under a key's name is taken for the key",
      data: {
        seats: [
          { number: "a", holder: null },
          { number: "a", holder: "Li" },
          { number: "b", holder: "Wu" },
        ],
      },
    },
  },
};
