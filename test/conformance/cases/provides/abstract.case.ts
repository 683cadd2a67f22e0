import type { ConformanceCase } from "../case.ts";

/** `@provides` on a union and on an interface, with type conditions. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "desk",
      sdl: `
        type Query {
          media: [Media] @provides(fields: "... on Book { title } ... on Film { length }")
          works: [Work] @provides(fields: "... on Book { title }")
        }
        union Media = Book | Film
        interface Work { id: ID! }
        type Book implements Work @key(fields: "id") { id: ID!, title: String @external }
        type Film implements Work @key(fields: "id") { id: ID!, length: Int @external }
      `,
      root: {
        media: [
          { __typename: "Book", id: "b", title: "Family" },
          { __typename: "Film", id: "f", length: 90 },
        ],
        works: [
          { __typename: "Film", id: "f" },
          { __typename: "Book", id: "b", title: "Family" },
        ],
      },
    },
    {
      name: "archive",
      sdl: `
        type Book @key(fields: "id") { id: ID!, title: String @shareable, pages: Int }
        type Film @key(fields: "id") { id: ID!, length: Int @shareable }
      `,
      entities: {
        Book: [{ id: "b", title: "Family", pages: 400 }],
        Film: [{ id: "f", length: 90 }],
      },
    },
  ],
  asks: {
    "members of a union have what is provided": {
      query: "{ media { ... on Book { title } ... on Film { length } } }",
      data: { media: [{ title: "Family" }, { length: 90 }] },
      calls: ["desk"],
    },
    "implementations of an interface have it, the others are looked up": {
      query: "{ works { id ... on Book { title pages } ... on Film { length } } }",
      data: {
        works: [
          { id: "f", length: 90 },
          { id: "b", title: "Family", pages: 400 },
        ],
      },
    },
  },
};
