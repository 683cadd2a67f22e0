import type { ConformanceCase } from "../case.ts";

const CITY = { id: "c", name: "Jieyang", mayor: { id: "m", name: "Fang" } };

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "events",
      sdl: `
        type Query {
          events: [Event!]! @provides(fields: "city { name mayor { name } }")
          later: [Event!]!
        }
        type Event @key(fields: "id") { id: ID!, city: City @external }
        type City @key(fields: "id") { id: ID!, name: String @external, mayor: Person @external }
        type Person @key(fields: "id") { id: ID!, name: String @external }
      `,
      root: { events: [{ id: "1", city: CITY }], later: [{ id: "1" }] },
    },
    {
      name: "places",
      sdl: `
        type Event @key(fields: "id") { id: ID!, city: City @shareable }
        type City @key(fields: "id") {
          id: ID!
          name: String @shareable
          mayor: Person @shareable
          area: Int
        }
        type Person @key(fields: "id") { id: ID!, name: String @shareable, born: Int }
      `,
      entities: {
        Event: [{ id: "1", city: { ...CITY, area: 5, mayor: { ...CITY.mayor, born: 1970 } } }],
        City: [{ ...CITY, area: 5, mayor: { ...CITY.mayor, born: 1970 } }],
        Person: [{ ...CITY.mayor, born: 1970 }],
      },
    },
  ],
  asks: {
    "a root field provides, two deep": {
      query: "{ events { city { name mayor { name } } } }",
      data: { events: [{ city: { name: "Jieyang", mayor: { name: "Fang" } } }] },
      calls: ["events"],
    },
    "what is not provided is looked up beside what is": {
      query: "{ events { city { mayor { born name } area } } later { city { name } } }",
      data: {
        events: [{ city: { mayor: { born: 1970, name: "Fang" }, area: 5 } }],
        later: [{ city: { name: "Jieyang" } }],
      },
    },
  },
};
