import type { ConformanceCase } from "../case.ts";

/** An enum of outputs has every subgraph's values. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { stateA: State, states: [State!] }
        enum State { NEW OLD }
      `,
      root: { stateA: "NEW", states: ["OLD", "NEW"] },
    },
    {
      name: "b",
      sdl: `
        type Query { stateB: State }
        enum State { OLD GONE }
      `,
      root: { stateB: "GONE" },
    },
  ],
  asks: {
    "values that only one of them has": {
      query: "{ stateA stateB states }",
      data: { stateA: "NEW", stateB: "GONE", states: ["OLD", "NEW"] },
    },
    "all of them are introspected": {
      query: `{ __type(name: "State") { enumValues { name } } }`,
      data: { __type: { enumValues: [{ name: "NEW" }, { name: "OLD" }, { name: "GONE" }] } },
    },
  },
};
