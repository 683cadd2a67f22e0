import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "reviews",
      sdl: `
        type Query { reviews: [Review] }
        type Review { text: String, author: Person @provides(fields: "name"), reader: Person }
        type Person @key(fields: "id") { id: ID!, name: String @external }
      `,
      root: {
        reviews: [
          { text: "good", author: { id: "1", name: "Zhao" }, reader: { id: "1" } },
          { text: "bad", author: null, reader: null },
        ],
      },
    },
    {
      name: "people",
      sdl: `type Person @key(fields: "id") { id: ID!, name: String @shareable, age: Int }`,
      entities: { Person: [{ id: "1", name: "Zhao", age: 40 }] },
    },
  ],
  asks: {
    "what is provided needs no lookup": {
      query: "{ reviews { text author { name } } }",
      data: {
        reviews: [
          { text: "good", author: { name: "Zhao" } },
          { text: "bad", author: null },
        ],
      },
      calls: ["reviews"],
    },
    "on another path the same field is looked up": {
      query: "{ reviews { reader { name } author { name age } } }",
      data: {
        reviews: [
          { reader: { name: "Zhao" }, author: { name: "Zhao", age: 40 } },
          { reader: null, author: null },
        ],
      },
    },
  },
};
