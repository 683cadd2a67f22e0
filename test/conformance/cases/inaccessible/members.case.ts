import type { ConformanceCase } from "../case.ts";

/** Everything that can be kept from clients, while the subgraphs go on using it among themselves. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query {
          user(secretArg: Int @inaccessible, shown: Int): User
          find(by: By, mood: Mood): String
          any: [Any]
          node: Node
          hidden: Int @inaccessible
        }
        type User @key(fields: "id") { id: ID! @inaccessible, name: String, mood: Mood, moods: [Mood!] }
        enum Mood { GOOD BAD @inaccessible }
        input By { name: String, secret: String @inaccessible }
        union Any = User | Agent
        interface Node { name: String }
        type Agent implements Node @inaccessible { name: String }
        type Clerk implements Node { name: String }
      `,
      root: {
        user: { id: "1", name: "Deng", mood: "BAD", moods: ["GOOD", "BAD"] },
        find: (args: object) => JSON.stringify(args),
        any: [
          { __typename: "Agent", name: "x" },
          { __typename: "User", name: "Deng", id: "1" },
        ],
        node: { __typename: "Agent", name: "x" },
        hidden: 1,
      },
    },
    {
      name: "b",
      sdl: `type User @key(fields: "id") { id: ID! @inaccessible, email: String }`,
      entities: { User: [{ id: "1", email: "deng@x" }] },
    },
  ],
  asks: {
    "a hidden key still leads to the other subgraph": {
      query: "{ user(shown: 1) { email } }",
      data: { user: { email: "deng@x" } },
    },
    "a hidden field is unknown": { query: "{ user { id } }", errors: [{ says: "id" }] },
    "a hidden root field is unknown": { query: "{ hidden }", errors: [{ says: "hidden" }] },
    "a hidden argument is unknown": {
      query: "{ user(secretArg: 1) { name } }",
      errors: [{ says: "secretArg" }],
    },
    "a hidden input field is unknown": {
      query: `{ find(by: { name: "n", secret: "s" }) }`,
      errors: [{ says: "secret" }],
    },
    "in a variable too": {
      query: "query ($by: By) { find(by: $by) }",
      variables: { by: { secret: "s" } },
      errors: [{ says: "secret" }],
    },
    "a hidden enum value is no input": { query: "{ find(mood: BAD) }", errors: [{ says: "BAD" }] },
    "a hidden type is unknown": {
      query: "{ any { ... on Agent { name } } }",
      errors: [{ says: "Agent" }],
    },
    "nor is any of it introspected": {
      query: `{
        user: __type(name: "User") { fields { name } }
        agent: __type(name: "Agent") { name }
        mood: __type(name: "Mood") { enumValues(includeDeprecated: true) { name } }
        by: __type(name: "By") { inputFields { name } }
        any: __type(name: "Any") { possibleTypes { name } }
        node: __type(name: "Node") { possibleTypes { name } }
      }`,
      data: {
        user: {
          fields: [{ name: "name" }, { name: "mood" }, { name: "moods" }, { name: "email" }],
        },
        agent: null,
        mood: { enumValues: [{ name: "GOOD" }] },
        by: { inputFields: [{ name: "name" }] },
        any: { possibleTypes: [{ name: "User" }] },
        node: { possibleTypes: [{ name: "Clerk" }] },
      },
    },
  },
};
