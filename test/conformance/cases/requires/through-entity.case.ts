import type { ConformanceCase } from "../case.ts";

const FARM = { id: "f", acres: 9 };

/** The required selection leads through an entity into a third subgraph. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "crops",
      sdl: `
        type Query { crops: [Crop!]! }
        type Crop @key(fields: "id") { id: ID!, farm: Farm, plots: [Farm!]! }
        type Farm @key(fields: "id") { id: ID! }
      `,
      root: {
        crops: [
          { id: "1", farm: { id: "f" }, plots: [{ id: "g" }, { id: "f" }] },
          { id: "2", farm: null, plots: [] },
        ],
      },
    },
    {
      name: "farms",
      sdl: `type Farm @key(fields: "id") { id: ID!, acres: Int! }`,
      entities: { Farm: [FARM, { id: "g", acres: 4 }] },
    },
    {
      name: "yields",
      sdl: `
        type Crop @key(fields: "id") {
          id: ID!
          farm: Farm @external
          plots: [Farm!]! @external
          tons: Int @requires(fields: "farm { acres }")
          plan: String @requires(fields: "plots { id acres }")
        }
        type Farm @key(fields: "id") { id: ID! @external, acres: Int! @external }
      `,
      resolvers: {
        "Crop.tons": ({ farm }) => (farm ? Number(Reflect.get(farm, "acres")) * 2 : null),
        "Crop.plan": ({ plots }) => JSON.stringify(plots, ["id", "acres"]),
      },
    },
  ],
  asks: {
    "a field of an entity is required": {
      query: "{ crops { tons } }",
      data: { crops: [{ tons: 18 }, { tons: null }] },
      calls: ["crops", "farms", "yields"],
    },
    "fields of a list of entities are required": {
      query: "{ crops { plan plots { acres } } }",
      data: {
        crops: [
          {
            plan: '[{"id":"g","acres":4},{"id":"f","acres":9}]',
            plots: [{ acres: 4 }, { acres: 9 }],
          },
          { plan: "[]", plots: [] },
        ],
      },
    },
  },
};
