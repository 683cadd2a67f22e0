import type { ConformanceCase } from "../case.ts";

const MEDIA = [
  { __typename: "Book", id: "b1", title: "江水", pages: 12 },
  { __typename: "Film", id: "f1", title: "大桥", minutes: 90 },
];
const STARS: Readonly<Record<string, number>> = { b1: 4, f1: 5 };
const SEQUELS: Readonly<Record<string, string>> = { b1: "f1", f1: "b1" };

/** An interface object, asked for by the types that its subgraph does not know. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "library",
      sdl: `
        type Query { media: [Media] }
        type Mutation { rename(id: ID!): Named }
        interface Named { title: String }
        interface Media @key(fields: "id") { id: ID!, title: String }
        type Book implements Media & Named @key(fields: "id") { id: ID!, title: String, pages: Int }
        type Film implements Media & Named @key(fields: "id") { id: ID!, title: String, minutes: Int }
      `,
      root: { media: MEDIA, rename: MEDIA[0] },
      entities: { Media: MEDIA, Book: MEDIA, Film: MEDIA },
    },
    {
      name: "ratings",
      sdl: `
        type Query { best: Media }
        type Mutation { mark(id: ID!): Media }
        type Media @key(fields: "id") @interfaceObject { id: ID!, stars: Int, sequels: [Media!] }
      `,
      root: {
        best: { id: "f1" },
        mark: ({ id }: { id: string }) => ({ id }),
      },
      resolvers: {
        "Media.stars": ({ id }) => STARS[String(id)],
        "Media.sequels": ({ id }) => [{ id: SEQUELS[String(id)] }],
      },
    },
  ],
  asks: {
    "by two fragments": {
      query: "{ best { ... on Film { title stars minutes } ... on Book { id title } } }",
      data: { best: { title: "大桥", stars: 5, minutes: 90 } },
    },
    "reached again": {
      query:
        "{ best { sequels { ... on Book { pages stars sequels { ... on Film { stars title } } } } } }",
      data: {
        best: {
          sequels: [{ pages: 12, stars: 4, sequels: [{ stars: 5, title: "大桥" }] }],
        },
      },
    },
    "in several mutations": {
      query: `mutation {
        mark(id: "b1") { ... on Film { rank: stars } ... on Book { title stars } }
        again: mark(id: "f1") { ... on Film { rank: stars minutes } }
        rename(id: "b1") { title }
      }`,
      data: {
        mark: { title: "江水", stars: 4 },
        again: { rank: 5, minutes: 90 },
        rename: { title: "江水" },
      },
    },
  },
};
