import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "people",
      sdl: `
        type Query { person: Person, byMail: Person }
        type Person @key(fields: "id") @key(fields: "mail") { id: ID!, mail: String!, name: String }
      `,
      root: {
        person: { id: "1", mail: "a@x", name: "An" },
        byMail: { id: "2", mail: "b@x", name: "Bo" },
      },
      entities: {
        Person: [
          { id: "1", mail: "a@x", name: "An" },
          { id: "2", mail: "b@x", name: "Bo" },
        ],
      },
    },
    {
      name: "badges",
      sdl: `
        type Query { newest: Person }
        type Person @key(fields: "id") { id: ID!, badge: String }
      `,
      root: { newest: { id: "2", badge: "silver" } },
      entities: {
        Person: [
          { id: "1", badge: "gold" },
          { id: "2", badge: "silver" },
        ],
      },
    },
    {
      name: "letters",
      sdl: `
        type Query { writer: Person }
        type Person @key(fields: "mail") { mail: String!, letters: Int! }
      `,
      root: { writer: { mail: "a@x", letters: 3 } },
      entities: {
        Person: [
          { mail: "a@x", letters: 3 },
          { mail: "b@x", letters: 0 },
        ],
      },
    },
  ],
  asks: {
    "each subgraph is asked by the key it knows": {
      query: "{ person { badge letters name } }",
      data: { person: { badge: "gold", letters: 3, name: "An" } },
    },
    "one key is exchanged for another by the subgraph that knows both": {
      query: "{ newest { letters } writer { badge } }",
      data: { newest: { letters: 0 }, writer: { badge: "gold" } },
    },
    "the key exchanged for may be asked for as well": {
      query: "{ newest { mail letters id badge name } }",
      data: { newest: { mail: "b@x", letters: 0, id: "2", badge: "silver", name: "Bo" } },
    },
  },
};
