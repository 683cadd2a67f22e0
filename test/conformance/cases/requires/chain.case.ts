import type { ConformanceCase } from "../case.ts";

/** Each subgraph's field requires the one of the subgraph before. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { trips: [Trip!]! }
        type Trip @key(fields: "id") { id: ID!, km: Int! }
      `,
      root: {
        trips: [
          { id: "1", km: 10 },
          { id: "2", km: 20 },
        ],
      },
      entities: {
        Trip: [
          { id: "1", km: 10 },
          { id: "2", km: 20 },
        ],
      },
    },
    {
      name: "b",
      sdl: `type Trip @key(fields: "id") { id: ID!, km: Int! @external, fuel: Int! @requires(fields: "km") }`,
      resolvers: { "Trip.fuel": ({ km }) => Number(km) / 2 },
    },
    {
      name: "c",
      sdl: `type Trip @key(fields: "id") { id: ID!, fuel: Int! @external, cost: Int @requires(fields: "fuel") }`,
      resolvers: { "Trip.cost": ({ fuel }) => Number(fuel) * 3 },
    },
    {
      name: "d",
      sdl: `type Trip @key(fields: "id") {
        id: ID!
        km: Int! @external
        cost: Int @external
        fare: String @requires(fields: "cost km")
      }`,
      resolvers: { "Trip.fare": ({ cost, km }) => `${String(km)} km for ${String(cost)}` },
    },
  ],
  asks: {
    "the last of a chain of requirements": {
      query: "{ trips { fare } }",
      data: { trips: [{ fare: "10 km for 15" }, { fare: "20 km for 30" }] },
      calls: ["a", "b", "c", "d"],
    },
    "the whole chain": {
      query: "{ trips { fare cost fuel km } }",
      data: {
        trips: [
          { fare: "10 km for 15", cost: 15, fuel: 5, km: 10 },
          { fare: "20 km for 30", cost: 30, fuel: 10, km: 20 },
        ],
      },
    },
  },
};
