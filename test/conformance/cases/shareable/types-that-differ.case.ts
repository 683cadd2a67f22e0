import type { ConformanceCase } from "../case.ts";

const PRICES = `
  type Book @key(fields: "id") { id: ID!, price: Int! @shareable }
  type Film @key(fields: "id") { id: ID!, price: Int }
`;

/** A field that is stricter in one subgraph than in the other merges for the client, not for the former. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "shelf",
      sdl: `
        type Query { items: [Item] }
        union Item = Book | Film
        type Book @key(fields: "id") { id: ID! }
        type Film @key(fields: "id") { id: ID! }
      `,
      root: {
        items: [
          { __typename: "Book", id: "1" },
          { __typename: "Film", id: "2" },
        ],
      },
    },
    {
      name: "prices",
      sdl: PRICES,
      entities: { Book: [{ id: "1", price: 7 }], Film: [{ id: "2", price: 9 }] },
    },
    {
      name: "used",
      sdl: `type Book @key(fields: "id") { id: ID!, price: Int @shareable }`,
      entities: { Book: [{ id: "1", price: 7 }] },
    },
  ],
  asks: {
    "two types under one name": {
      query: "{ items { ... on Book { price } ... on Film { price } } }",
      data: { items: [{ price: 7 }, { price: 9 }] },
    },
    "two types under one alias": {
      query: "{ items { ... on Film { of: price } ... on Book { of: price price } } }",
      data: { items: [{ of: 7, price: 7 }, { of: 9 }] },
    },
  },
};
