import type { ConformanceCase } from "../case.ts";

const LAO = { id: "a2", books: [{ id: "b2", title: "Camel" }], mentor: null };

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "authors",
      sdl: `
        type Query { author: Author }
        type Author @key(fields: "id") { id: ID!, name: String! }
        type Book @key(fields: "id") { id: ID!, author: Author! }
      `,
      root: { author: { id: "a1", name: "Lu" } },
      entities: {
        Author: [
          { id: "a1", name: "Lu" },
          { id: "a2", name: "Lao" },
        ],
        Book: [
          { id: "b1", author: { id: "a1", name: "Lu" } },
          { id: "b2", author: { id: "a2", name: "Lao" } },
        ],
      },
    },
    {
      name: "books",
      sdl: `
        type Author @key(fields: "id") { id: ID!, books: [Book!]!, mentor: Author }
        type Book @key(fields: "id") { id: ID!, title: String! }
      `,
      entities: {
        Author: [{ id: "a1", books: [{ id: "b1", title: "Scream" }], mentor: LAO }, LAO],
        Book: [
          { id: "b1", title: "Scream" },
          { id: "b2", title: "Camel" },
        ],
      },
    },
  ],
  asks: {
    "references lead back and forth": {
      query: `{ author { books { title author { name books { title author { name } } } } } }`,
      data: {
        author: {
          books: [
            {
              title: "Scream",
              author: { name: "Lu", books: [{ title: "Scream", author: { name: "Lu" } }] },
            },
          ],
        },
      },
    },
    "an entity refers to others of its type": {
      query: "{ author { name mentor { name mentor { name } books { author { name } } } } }",
      data: {
        author: {
          name: "Lu",
          mentor: { name: "Lao", mentor: null, books: [{ author: { name: "Lao" } }] },
        },
      },
    },
  },
};
