import type { ConformanceCase } from "../case.ts";

/** A union that has other members in each subgraph, and a field whose answer either may give. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { hits: [Hit] @shareable, onlyA: [Hit!]! }
        union Hit = Song | Band
        type Song @key(fields: "id") { id: ID!, title: String @shareable, aSong: Int }
        type Band @shareable { name: String }
      `,
      root: {
        hits: [{ __typename: "Band", name: "Tang" }],
        onlyA: [
          { __typename: "Song", id: "s", title: "Jasmine", aSong: 1 },
          { __typename: "Band", name: "Tang" },
        ],
      },
      entities: { Song: [{ id: "s", title: "Jasmine", aSong: 1 }] },
    },
    {
      name: "b",
      sdl: `
        type Query { hits: [Hit] @shareable, onlyB: [Hit!]! }
        union Hit = Band | Label | Song
        type Song @key(fields: "id") { id: ID!, title: String @shareable, bSong: Int }
        type Band @shareable { name: String }
        type Label { city: String }
      `,
      root: {
        hits: [{ __typename: "Band", name: "Tang" }],
        onlyB: [
          { __typename: "Label", city: "Canton" },
          { __typename: "Song", id: "s", title: "Jasmine", bSong: 2 },
        ],
      },
      entities: { Song: [{ id: "s", title: "Jasmine", bSong: 2 }] },
    },
  ],
  asks: {
    "a member that one of them does not have may be asked for": {
      query: "{ onlyA { __typename ... on Label { city } ... on Band { name } } }",
      data: { onlyA: [{ __typename: "Song" }, { __typename: "Band", name: "Tang" }] },
      calls: ["a"],
    },
    "fields of both for the member that both have": {
      query:
        "{ onlyA { ... on Song { bSong aSong } } onlyB { ... on Song { title aSong } ... on Label { city } } }",
      data: {
        onlyA: [{ bSong: 2, aSong: 1 }, {}],
        onlyB: [{ city: "Canton" }, { title: "Jasmine", aSong: 1 }],
      },
    },
    "the shared field, with every member asked for": {
      query:
        "{ hits { ... on Label { city } ... on Band { name } ... on Song { title } __typename } }",
      data: { hits: [{ name: "Tang", __typename: "Band" }] },
    },
  },
};
