import type { ConformanceCase } from "../case.ts";

/** Fields that move by share of requests: all of them, or none. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "old",
      sdl: `
        type Query { bill: Bill }
        type Bill @key(fields: "id") { id: ID!, stays: String, moves: String, payer: String }
      `,
      root: { bill: { id: "1", stays: "old", moves: "old", payer: "Hu" } },
      entities: { Bill: [{ id: "1", stays: "old", moves: "old", payer: "Hu" }] },
    },
    {
      name: "new",
      sdl: `
        type Query { fresh: Bill }
        type Bill @key(fields: "id") {
          id: ID!
          stays: String @override(from: "old", label: "percent(0)")
          moves: String @override(from: "old", label: "percent(100)")
        }
      `,
      root: { fresh: { id: "1", stays: "new", moves: "new" } },
      entities: { Bill: [{ id: "1", stays: "new", moves: "new" }] },
    },
  ],
  asks: {
    "nothing of what is not moved yet": {
      query: "{ bill { stays } }",
      data: { bill: { stays: "old" } },
      calls: ["old"],
    },
    "everything of what has moved": {
      query: "{ bill { moves payer } }",
      peerDiffers: "labels are left to a router; without one, nothing moves",
      data: { bill: { moves: "new", payer: "Hu" } },
      calls: ["new", "old"],
    },
    "starting from where it moves to": {
      query: "{ fresh { stays moves } }",
      peerDiffers: "labels are left to a router; without one, nothing moves",
      data: { fresh: { stays: "old", moves: "new" } },
      calls: ["new", "old"],
    },
  },
};
