import type { ConformanceCase } from "../case.ts";

const CAR = { __typename: "Car", id: "c", weight: 900, doors: 4 };
const BIKE = { __typename: "Bike", id: "b", weight: 12, gears: 21 };

/** An interface object's field requires one that the types have. */
export const CASE: ConformanceCase = {
  supergraph: "interface-objects/requires.graphql",
  subgraphs: [
    {
      name: "vehicles",
      sdl: `
        type Query { vehicles: [Vehicle!]! }
        interface Vehicle @key(fields: "id") { id: ID!, weight: Int! }
        type Car implements Vehicle @key(fields: "id") { id: ID!, weight: Int!, doors: Int }
        type Bike implements Vehicle @key(fields: "id") { id: ID!, weight: Int!, gears: Int }
      `,
      root: { vehicles: [BIKE, CAR] },
      entities: { Vehicle: [CAR, BIKE], Car: [CAR], Bike: [BIKE] },
    },
    {
      name: "tolls",
      sdl: `
        type Query { tolled: [Vehicle] }
        type Vehicle @key(fields: "id") @interfaceObject {
          id: ID!
          weight: Int! @external
          toll: String @requires(fields: "weight")
        }
      `,
      root: { tolled: [{ id: "c" }, { id: "b" }] },
      resolvers: { "Vehicle.toll": ({ weight }) => `for ${String(weight)}` },
    },
  ],
  asks: {
    "from the types": {
      query: "{ vehicles { toll ... on Car { doors } } }",
      data: { vehicles: [{ toll: "for 12" }, { toll: "for 900", doors: 4 }] },
    },
    "from the interface object": {
      query: "{ tolled { toll __typename } }",
      data: {
        tolled: [
          { toll: "for 900", __typename: "Car" },
          { toll: "for 12", __typename: "Bike" },
        ],
      },
    },
  },
};
