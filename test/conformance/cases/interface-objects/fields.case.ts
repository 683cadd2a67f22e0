import type { ConformanceCase } from "../case.ts";

const BOOK = { __typename: "Book", id: "b", title: "Family", pages: 400 };
const FILM = { __typename: "Film", id: "f", title: "Tuya", minutes: 90 };

/** One subgraph knows the types, the other only that there is something with an id. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "library",
      sdl: `
        type Query { media: [Media!]!, book: Book, shelf: [Item] }
        interface Media @key(fields: "id") { id: ID!, title: String! }
        type Book implements Media @key(fields: "id") { id: ID!, title: String!, pages: Int! }
        type Film implements Media @key(fields: "id") { id: ID!, title: String!, minutes: Int! }
        union Item = Book | Film | Map
        type Map { scale: Int }
      `,
      root: {
        media: [BOOK, FILM],
        book: BOOK,
        shelf: [FILM, { __typename: "Map", scale: 5 }, BOOK],
      },
      entities: { Media: [BOOK, FILM], Book: [BOOK], Film: [FILM] },
    },
    {
      name: "reviews",
      sdl: `
        type Query { best: Media, rated: [Media!]! }
        type Media @key(fields: "id") @interfaceObject { id: ID!, stars: Int, reviews: [Review!]! }
        type Review { text: String, about: Media! }
      `,
      root: {
        best: { id: "f", stars: 5 },
        rated: [
          { id: "b", stars: 3 },
          { id: "f", stars: 5 },
        ],
      },
      entities: {
        Media: [
          { id: "b", stars: 3, reviews: [{ text: "long", about: { id: "b", stars: 3 } }] },
          { id: "f", stars: 5, reviews: [] },
        ],
      },
    },
  ],
  asks: {
    "fields of the interface from where its types are unknown": {
      query: "{ media { title stars } }",
      data: {
        media: [
          { title: "Family", stars: 3 },
          { title: "Tuya", stars: 5 },
        ],
      },
      calls: ["library", "reviews"],
    },
    "on a concrete type": {
      query: "{ book { pages stars reviews { text } } }",
      data: { book: { pages: 400, stars: 3, reviews: [{ text: "long" }] } },
    },
    "of one of the types only": {
      query: "{ media { ... on Film { stars } ... on Book { pages } } }",
      data: { media: [{ pages: 400 }, { stars: 5 }] },
    },
    "the type's name is asked where it is known": {
      query: "{ best { __typename stars } rated { __typename id } }",
      data: {
        best: { __typename: "Film", stars: 5 },
        rated: [
          { __typename: "Book", id: "b" },
          { __typename: "Film", id: "f" },
        ],
      },
    },
    "the key alone needs one call": {
      query: "{ best { id } rated { id stars } }",
      data: {
        best: { id: "f" },
        rated: [
          { id: "b", stars: 3 },
          { id: "f", stars: 5 },
        ],
      },
      calls: ["reviews"],
    },
    "type conditions where the type is unknown": {
      query: "{ rated { stars ... on Book { pages } ... on Film { minutes title } } }",
      data: {
        rated: [
          { stars: 3, pages: 400 },
          { stars: 5, minutes: 90, title: "Tuya" },
        ],
      },
    },
    "a type condition with only what the interface object has": {
      query: "{ rated { ... on Book { stars } } }",
      data: { rated: [{ stars: 3 }, {}] },
    },
    "references back to the interface object": {
      query: "{ media { reviews { about { title stars __typename } } } }",
      data: {
        media: [
          { reviews: [{ about: { title: "Family", stars: 3, __typename: "Book" } }] },
          { reviews: [] },
        ],
      },
    },
    "members of a union that implement the interface": {
      query: "{ shelf { ... on Media { stars } ... on Map { scale } } }",
      data: { shelf: [{ stars: 5 }, { scale: 5 }, { stars: 3 }] },
    },
  },
};
