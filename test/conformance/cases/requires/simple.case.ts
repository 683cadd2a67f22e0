import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "goods",
      sdl: `
        type Query { goods: [Good!]! }
        type Good @key(fields: "id") { id: ID!, weight: Int, size: Size }
        type Size { width: Int!, height: Int! }
      `,
      root: {
        goods: [
          { id: "1", weight: 5, size: { width: 2, height: 3 } },
          { id: "2", weight: null, size: null },
        ],
      },
      entities: {
        Good: [
          { id: "1", weight: 5, size: { width: 2, height: 3 } },
          { id: "2", weight: null, size: null },
        ],
      },
    },
    {
      name: "freight",
      sdl: `
        type Query { parcel: Good }
        type Good @key(fields: "id") {
          id: ID!
          weight: Int @external
          size: Size @external
          cost: String @requires(fields: "weight")
          box: String @requires(fields: "weight size { width height }")
        }
        type Size @external { width: Int!, height: Int! }
      `,
      root: { parcel: { id: "1" } },
      resolvers: {
        "Good.cost": ({ weight }) => `cost of ${JSON.stringify(weight)}`,
        "Good.box": ({ weight, size }) => `box of ${JSON.stringify([weight, size])}`,
      },
    },
  ],
  asks: {
    "the required field is fetched first; null is handed on as null": {
      query: "{ goods { cost } }",
      data: { goods: [{ cost: "cost of 5" }, { cost: "cost of null" }] },
    },
    "an object is required with a selection": {
      query: "{ goods { box } }",
      data: {
        goods: [{ box: 'box of [5,{"width":2,"height":3}]' }, { box: "box of [null,null]" }],
      },
    },
    "what is required is asked for beside it, under other names": {
      query: "{ goods { weight: id size: weight box cost } }",
      peerDiffers: "another field under a required field's name is taken for it",
      data: {
        goods: [
          {
            weight: "1",
            size: 5,
            box: 'box of [5,{"width":2,"height":3}]',
            cost: "cost of 5",
          },
          { weight: "2", size: null, box: "box of [null,null]", cost: "cost of null" },
        ],
      },
    },
    "a subgraph goes out for what its own root's field requires": {
      query: "{ parcel { cost } }",
      data: { parcel: { cost: "cost of 5" } },
      calls: ["freight", "freight", "goods"],
    },
  },
};
