import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "index",
      sdl: `
        type Query { found: [Page!]! }
        type Page @key(fields: "url") { url: String! }
      `,
      root: { found: [{ url: "/a" }, { url: "/b" }, { url: "/a" }] },
    },
    {
      name: "pages",
      sdl: `type Page @key(fields: "url") { url: String!, title: String!, next: Page }`,
      entities: {
        Page: [
          { url: "/a", title: "A", next: { url: "/b", title: "B" } },
          { url: "/b", title: "B", next: null },
        ],
      },
    },
    {
      name: "visits",
      sdl: `type Page @key(fields: "url") { url: String!, visits: Int! }`,
      entities: {
        Page: [
          { url: "/b", visits: 2 },
          { url: "/a", visits: 1 },
        ],
      },
    },
  ],
  asks: {
    "a subgraph that only knows the key leads to those that know more": {
      query: "{ found { title visits } }",
      data: {
        found: [
          { title: "A", visits: 1 },
          { title: "B", visits: 2 },
          { title: "A", visits: 1 },
        ],
      },
      calls: ["index", "pages", "visits"],
    },
    "one entity, in several places, with different selections": {
      query: "{ found { title next { visits } } again: found { visits } }",
      data: {
        found: [
          { title: "A", next: { visits: 2 } },
          { title: "B", next: null },
          { title: "A", next: { visits: 2 } },
        ],
        again: [{ visits: 1 }, { visits: 2 }, { visits: 1 }],
      },
    },
  },
};
