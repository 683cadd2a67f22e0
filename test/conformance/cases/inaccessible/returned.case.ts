import type { ConformanceCase } from "../case.ts";

/** A subgraph answers with something hidden: that is null to clients, and no fault where null may stand. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { user: User, any: [Any], strict: [Any!], node: Node, named: Node }
        type User { mood: Mood, must: Mood!, moods: [Mood], name: String }
        enum Mood { GOOD BAD @inaccessible }
        union Any = User | Agent
        interface Node { name: String }
        type Agent implements Node @inaccessible { name: String }
        type Clerk implements Node { name: String }
      `,
      root: {
        user: { mood: "BAD", must: "BAD", moods: ["GOOD", "BAD"], name: "Deng" },
        any: [
          { __typename: "Agent", name: "x" },
          { __typename: "User", name: "Deng" },
        ],
        strict: [
          { __typename: "User", name: "Deng" },
          { __typename: "Agent", name: "x" },
        ],
        node: { __typename: "Agent", name: "x" },
        named: { __typename: "Clerk", name: "Yu" },
      },
    },
  ],
  asks: {
    "an enum value": {
      query: "{ user { name mood moods } }",
      data: { user: { name: "Deng", mood: null, moods: ["GOOD", null] } },
    },
    "an enum value that may not be null": {
      query: "{ user { name must } }",
      data: { user: null },
      errors: [{ path: ["user", "must"] }],
    },
    "a member of a union, an implementation of an interface": {
      query: "{ any { __typename ... on User { name } } node { name } named { __typename name } }",
      data: {
        any: [null, { __typename: "User", name: "Deng" }],
        node: null,
        named: { __typename: "Clerk", name: "Yu" },
      },
    },
    "where null may not stand": {
      query: "{ strict { __typename } }",
      data: { strict: null },
      errors: [{ path: ["strict", 1] }],
    },
    "also if nothing but a fragment is asked for": {
      query: "{ any { ... on User { name } } }",
      data: { any: [null, { name: "Deng" }] },
    },
  },
};
