import type { ConformanceCase } from "../case.ts";

/** Fields with requirements where the asked subgraph could answer by itself, wrongly. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { gear: Gear }
        type Gear @key(fields: "id") { id: ID!, base: Int }
      `,
      root: { gear: { id: "1", base: 21 } },
      entities: { Gear: [{ id: "1", base: 21 }] },
    },
    {
      name: "c",
      sdl: `
        type Query { thing: Thing, all: [Thing], box: Box }
        type Mutation { turn: Thing, stop: Thing }
        type Box { one: Gear, thing: Thing }
        interface Thing { twice: Int }
        type Gear implements Thing @key(fields: "id") {
          id: ID!
          base: Int @external
          twice: Int @requires(fields: "base")
        }
        type Other implements Thing { twice: Int }
      `,
      root: {
        thing: { __typename: "Gear", id: "1" },
        all: [
          { __typename: "Gear", id: "1" },
          { __typename: "Other", twice: 4 },
        ],
        box: { one: { id: "1" }, thing: { __typename: "Gear", id: "1" } },
        turn: { __typename: "Gear", id: "1" },
        stop: { __typename: "Other", twice: 4 },
      },
      resolvers: { "Gear.twice": ({ base }) => Number(base ?? 1000) * 2 },
    },
  ],
  asks: {
    "by the interface": { query: "{ thing { twice } }", data: { thing: { twice: 42 } } },
    "in a list of it": {
      query: "{ all { twice } }",
      data: { all: [{ twice: 42 }, { twice: 4 }] },
    },
    "of an entity within the same subgraph": {
      query: "{ box { one { twice } thing { __typename twice } } }",
      data: { box: { one: { twice: 42 }, thing: { __typename: "Gear", twice: 42 } } },
    },
    "by both ways at once": {
      query: "{ thing { twice ... on Gear { base double: twice } } gear { twice } }",
      data: { thing: { twice: 42, base: 21, double: 42 }, gear: { twice: 42 } },
    },
    "in mutations": {
      query: "mutation { turn { twice } stop { twice } }",
      data: { turn: { twice: 42 }, stop: { twice: 4 } },
    },
  },
};
