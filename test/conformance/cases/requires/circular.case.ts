import type { ConformanceCase } from "../case.ts";

/** Two subgraphs, each of which requires of the other. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "feed",
      sdl: `
        type Query { feed: [Post] }
        type Post @key(fields: "id") {
          id: ID!
          byNovice: Boolean! @external
          byExpert: Boolean! @requires(fields: "byNovice")
          author: Author!
        }
        type Author { years: Int! }
      `,
      root: { feed: [{ id: "1" }, null, { id: "2" }] },
      entities: {
        Post: [
          { id: "1", author: { years: 1 } },
          { id: "2", author: { years: 30 } },
        ],
      },
      resolvers: {
        "Post.author": ({ id }) => ({ years: id === "1" ? 1 : 30 }),
        "Post.byExpert": ({ byNovice }) => !byNovice,
      },
    },
    {
      name: "ranks",
      sdl: `
        type Post @key(fields: "id") {
          id: ID!
          author: Author! @external
          byNovice: Boolean! @requires(fields: "author { years }")
        }
        type Author @external { years: Int! }
      `,
      resolvers: { "Post.byNovice": ({ author }) => Reflect.get(Object(author), "years") < 10 },
    },
  ],
  asks: {
    "from one, over the other, back into the first": {
      query: "{ feed { byExpert } }",
      data: { feed: [{ byExpert: false }, null, { byExpert: true }] },
    },
    "with everything in between": {
      query: "{ feed { byNovice byExpert author { years } } }",
      data: {
        feed: [
          { byNovice: true, byExpert: false, author: { years: 1 } },
          null,
          { byNovice: false, byExpert: true, author: { years: 30 } },
        ],
      },
    },
  },
};
