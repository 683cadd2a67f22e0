import type { ConformanceCase } from "../case.ts";

const TEAM = { __typename: "Team", id: "t", lead: () => PERSON };
const PERSON = { __typename: "Person", id: "p", boss: () => TEAM };

/** Unions and interfaces within each other, with entities at the ends. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "org",
      sdl: `
        type Query { log: [Entry!]! }
        type Entry { by: Actor, on: [Target], kind: Kind }
        interface Actor { id: ID! }
        union Target = Person | Team | Note
        type Person implements Actor @key(fields: "id") { id: ID!, boss: Actor }
        type Team implements Actor @key(fields: "id") { id: ID!, lead: Actor }
        type Note { about: Target, text: String }
        enum Kind { MADE LEFT }
      `,
      root: {
        log: [
          {
            by: TEAM,
            on: [PERSON, null, { __typename: "Note", text: "x", about: PERSON }],
            kind: "MADE",
          },
          { by: PERSON, on: [TEAM, { __typename: "Note", text: "y", about: null }], kind: null },
        ],
      },
      entities: { Person: [PERSON], Team: [TEAM] },
    },
    {
      name: "names",
      sdl: `
        type Person @key(fields: "id") { id: ID!, name: String }
        type Team @key(fields: "id") { id: ID!, title: String }
      `,
      entities: { Person: [{ id: "p", name: "Pan" }], Team: [{ id: "t", title: "Tang" }] },
    },
  ],
  asks: {
    "entities below conditions at several depths": {
      query: `{ log {
        by { ... on Team { title lead { ... on Person { name boss { ... on Team { title } } } } } ... on Person { name } }
        on { ... on Note { text about { ... on Person { name } } } ... on Person { name boss { id } } }
        kind
      } }`,
      data: {
        log: [
          {
            by: { title: "Tang", lead: { name: "Pan", boss: { title: "Tang" } } },
            on: [{ name: "Pan", boss: { id: "t" } }, null, { text: "x", about: { name: "Pan" } }],
            kind: "MADE",
          },
          { by: { name: "Pan" }, on: [{}, { text: "y", about: null }], kind: null },
        ],
      },
    },
    "one response name, another field for each type": {
      query:
        "{ log { on { ... on Person { label: name } ... on Team { label: title } ... on Note { label: text } } } }",
      data: {
        log: [
          { on: [{ label: "Pan" }, null, { label: "x" }] },
          { on: [{ label: "Tang" }, { label: "y" }] },
        ],
      },
    },
  },
};
