import type { ConformanceCase } from "../case.ts";

const BOOK = { __typename: "Book", id: "b1", title: "江水", pages: 12 };
const FILM = { __typename: "Film", id: "f1", title: "大桥", minutes: 90 };

/** Fragments on types that everything in their place is of, within each other and within a union. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { best: Best, good: Item, all: [Node], named: Named }
        type Mutation { mark(id: ID!): Best, rename(id: ID!): Best }
        union Best = Book | Film
        interface Node { id: ID! }
        interface Item { title: String }
        interface Named implements Item { title: String }
        type Book implements Node & Item & Named @key(fields: "id") { id: ID!, title: String, pages: Int }
        type Film implements Node & Item & Named @key(fields: "id") { id: ID!, title: String, minutes: Int }
        type Clerk implements Node { id: ID! }
      `,
      root: {
        best: BOOK,
        good: BOOK,
        all: [BOOK, FILM, { __typename: "Clerk", id: "c1" }],
        named: FILM,
        mark: ({ id }: { id: string }, { journal }: { journal: string[] }) => {
          journal.push(`mark ${id}`);
          return BOOK;
        },
        rename: ({ id }: { id: string }, { journal }: { journal: string[] }) => {
          journal.push(`rename ${id}`);
          return FILM;
        },
      },
    },
    {
      name: "b",
      sdl: `
        interface Rated { stars: Int }
        type Book implements Rated @key(fields: "id") { id: ID!, stars: Int }
        type Film implements Rated @key(fields: "id") { id: ID!, stars: Int }
      `,
      entities: {
        Book: [{ id: "b1", stars: 4 }],
        Film: [{ id: "f1", stars: 5 }],
      },
    },
  ],
  asks: {
    "one within the other, in a union": {
      query: "{ best { ... on Item { ... on Node { id } } } }",
      data: { best: { id: "b1" } },
    },
    "in a union, with fields of its own": {
      query:
        "{ best { ... on Item { title ... on Node { id ... on Book { pages } } ... on Best { __typename } } } }",
      data: { best: { title: "江水", id: "b1", pages: 12, __typename: "Book" } },
    },
    "of an interface that the asked subgraph does not know": {
      query: "{ best { ... on Node { ... on Rated { stars } } } }",
      data: { best: { stars: 4 } },
    },
    "on a union, in an interface": {
      query: "{ good { ... on Best { ... on Node { id } ... on Item { title } } } }",
      data: { good: { id: "b1", title: "江水" } },
    },
    "in the order of the request, though one of them says nothing new": {
      query: "{ good { ... on Film { title } name: title ... on Book { title } __typename } }",
      data: { good: { name: "江水", title: "江水", __typename: "Book" } },
    },
    "by names": {
      query:
        "{ best { ...I } } fragment I on Item { ...N ... on Named { ...N } } fragment N on Node { id }",
      data: { best: { id: "b1" } },
    },
    "in an interface, on one that lacks its fields": {
      query:
        "{ named { ... on Node { id ... on Item { title } } ... on Best { ... on Film { minutes } } } }",
      data: { named: { id: "f1", title: "大桥", minutes: 90 } },
    },
    "where some objects satisfy the inner one only": {
      query:
        "{ all { ... on Item { ... on Node { id } title } ... on Best { ... on Item { title } } } }",
      data: { all: [{ id: "b1", title: "江水" }, { id: "f1", title: "大桥" }, {}] },
    },
    "that nothing satisfies leave an empty object": {
      query: "{ named { ... on Node { ... on Clerk { id } } } }",
      data: { named: {} },
    },
    "in mutations": {
      query: `mutation { mark(id: "a") { ... on Item { ... on Node { id } } } rename(id: "a") { ... on Item { ... on Node { id } } } }`,
      data: { mark: { id: "b1" }, rename: { id: "f1" } },
      journal: ["mark a", "rename a"],
    },
    "of one mutation only": {
      query: `mutation { mark(id: "a") { __typename } rename(id: "a") { ... on Item { ... on Node { id } } } }`,
      data: { mark: { __typename: "Book" }, rename: { id: "f1" } },
      journal: ["mark a", "rename a"],
    },
  },
};
