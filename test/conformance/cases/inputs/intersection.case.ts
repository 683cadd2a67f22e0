import type { ConformanceCase } from "../case.ts";

/** Inputs have what all subgraphs know: fields of input objects, enum values, arguments. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { inA(filter: Filter, order: Order): String, shared(x: Int, onlyA: Int): String @shareable }
        input Filter { text: String, tags: [String!], onlyA: Int }
        enum Order { UP DOWN RANDOM }
      `,
      root: {
        inA: (args: object) => JSON.stringify(args),
        shared: (args: object) => JSON.stringify(args),
      },
    },
    {
      name: "b",
      sdl: `
        type Query { inB(filter: Filter, order: Order): String, shared(x: Int): String @shareable }
        input Filter { text: String, tags: [String!], onlyB: Boolean }
        enum Order { UP DOWN }
      `,
      root: {
        inB: (args: object) => JSON.stringify(args),
        shared: (args: object) => JSON.stringify(args),
      },
    },
  ],
  asks: {
    "what both have is accepted": {
      query: `{ inA(filter: { text: "t", tags: ["u"] }, order: UP) inB(order: DOWN) shared(x: 1) }`,
      data: {
        inA: '{"filter":{"text":"t","tags":["u"]},"order":"UP"}',
        inB: '{"order":"DOWN"}',
        shared: '{"x":1}',
      },
    },
    "a field of an input object that one has not is rejected": {
      query: "{ inA(filter: { onlyA: 1 }) }",
      errors: [{ says: "onlyA" }],
    },
    "an enum value that one has not is rejected": {
      query: "{ inA(order: RANDOM) }",
      errors: [{ says: "RANDOM" }],
    },
    "an argument that one has not is rejected": {
      query: "{ shared(onlyA: 1) }",
      errors: [{ says: "onlyA" }],
    },
  },
};
