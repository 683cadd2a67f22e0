import type { ConformanceCase } from "../case.ts";

const BOOK = { __typename: "Book", id: "b1", title: "江水", name: "江" };

/** Fragments on unions where an interface is promised, whose objects are all in the union. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { best: Media, named: Named }
        type Mutation { mark(id: ID!): Media, rename(id: ID!): Named }
        union Best = Book | Film
        union More = Book | Film | Note
        interface Node { id: ID! }
        interface Media implements Node { id: ID!, title: String }
        interface Named { name: String }
        type Note { text: String }
        type Book implements Node & Media & Named { id: ID!, title: String, name: String }
        type Film implements Node & Media { id: ID!, title: String }
      `,
      root: {
        best: BOOK,
        named: BOOK,
        mark: (_args: unknown, { journal }: { journal: string[] }) => {
          journal.push("mark");
          return BOOK;
        },
        rename: (_args: unknown, { journal }: { journal: string[] }) => {
          journal.push("rename");
          return BOOK;
        },
      },
    },
  ],
  asks: {
    "on just these objects": {
      query: "{ best { ... on Best { ... on Node { id } } } }",
      data: { best: { id: "b1" } },
    },
    "on more than these": {
      query: "{ best { ... on More { ... on Node { id } } } }",
      data: { best: { id: "b1" } },
    },
    "on an interface that has what the promised one has not": {
      query: "{ named { ... on Node { id } } }",
      data: { named: { id: "b1" } },
    },
    "in mutations": {
      query: `mutation { mark(id: "a") { ... on More { ... on Node { id } } } rename(id: "a") { ... on Node { id } } }`,
      data: { mark: { id: "b1" }, rename: { id: "b1" } },
      journal: ["mark", "rename"],
    },
  },
};
