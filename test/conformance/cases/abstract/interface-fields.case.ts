import type { ConformanceCase } from "../case.ts";

/** An interface's field that one type has here and another has elsewhere. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { things: [Thing!] }
        interface Thing { id: ID!, maker: Maker }
        type Desk implements Thing @key(fields: "id") { id: ID!, maker: Maker }
        type Lamp implements Thing @key(fields: "id") { id: ID!, maker: Maker @external }
        type Maker @key(fields: "id") { id: ID! }
      `,
      root: {
        things: [
          { __typename: "Desk", id: "d", maker: { id: "m" } },
          { __typename: "Lamp", id: "l" },
        ],
      },
      entities: { Desk: [{ id: "d", maker: { id: "m" } }], Lamp: [{ id: "l" }] },
    },
    {
      name: "b",
      sdl: `
        type Lamp @key(fields: "id") { id: ID!, maker: Maker }
        type Maker @key(fields: "id") { id: ID!, name: String }
      `,
      entities: {
        Lamp: [{ id: "l", maker: { id: "n", name: "Ning" } }],
        Maker: [
          { id: "n", name: "Ning" },
          { id: "m", name: "Mu" },
        ],
      },
    },
  ],
  asks: {
    "each type's is fetched where it is": {
      query: "{ things { maker { name } id } }",
      data: {
        things: [
          { maker: { name: "Mu" }, id: "d" },
          { maker: { name: "Ning" }, id: "l" },
        ],
      },
    },
    "under several names": {
      query: "{ things { one: maker { id } ... on Lamp { two: maker { name } } } }",
      data: {
        things: [{ one: { id: "m" } }, { one: { id: "n" }, two: { name: "Ning" } }],
      },
    },
  },
};
