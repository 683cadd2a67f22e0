import type { ConformanceCase } from "../case.ts";

const SHEET = { __typename: "Sheet", thickness: 3, material: "tin" };
const BOX = { __typename: "Box", size: { depth: 7 }, material: "oak" };

const ORDERS = [
  { id: "1", part: SHEET, gift: { __typename: "Ribbon", colour: "red" } },
  { id: "2", part: BOX, gift: SHEET },
  { id: "3", part: null, gift: null },
];

/** Type conditions inside the required field set. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "stock",
      sdl: `
        type Query { orders: [Order!]! }
        type Order @key(fields: "id") { id: ID!, part: Part, gift: Gift }
        interface Part { material: String! }
        type Sheet implements Part { material: String!, thickness: Int! }
        type Box implements Part { material: String!, size: Size! }
        type Size { depth: Int! }
        union Gift = Sheet | Ribbon
        type Ribbon { colour: String! }
      `,
      root: { orders: ORDERS },
      entities: { Order: ORDERS },
    },
    {
      name: "packing",
      sdl: `
        type Order @key(fields: "id") {
          id: ID!
          part: Part @external
          gift: Gift @external
          wrapping: String
            @requires(fields: "part { material ... on Sheet { thickness } ... on Box { size { depth } } }")
          bow: String @requires(fields: "gift { ... on Ribbon { colour } ... on Sheet { material } }")
        }
        interface Part { material: String! }
        type Sheet implements Part @external { material: String!, thickness: Int! }
        type Box implements Part @external { material: String!, size: Size! }
        type Size @external { depth: Int! }
        union Gift = Sheet | Ribbon
        type Ribbon @external { colour: String! }
      `,
      resolvers: {
        "Order.wrapping": ({ part }) =>
          JSON.stringify(part, ["material", "thickness", "size", "depth"]),
        "Order.bow": ({ gift }) => JSON.stringify(gift, ["material", "colour"]),
      },
    },
  ],
  asks: {
    "what an interface's types have differs": {
      query: "{ orders { wrapping } }",
      data: {
        orders: [
          { wrapping: '{"material":"tin","thickness":3}' },
          { wrapping: '{"material":"oak","size":{"depth":7}}' },
          { wrapping: "null" },
        ],
      },
    },
    "what a union's members have differs": {
      query: "{ orders { bow } }",
      data: {
        orders: [{ bow: '{"colour":"red"}' }, { bow: '{"material":"tin"}' }, { bow: "null" }],
      },
    },
    "both, beside the client's own selection": {
      peerDiffers: "another field under a required field's name is taken for it",
      query:
        "{ orders { part { material: __typename } bow wrapping gift { ... on Sheet { thickness } } } }",
      data: {
        orders: [
          {
            part: { material: "Sheet" },
            bow: '{"colour":"red"}',
            wrapping: '{"material":"tin","thickness":3}',
            gift: {},
          },
          {
            part: { material: "Box" },
            bow: '{"material":"tin"}',
            wrapping: '{"material":"oak","size":{"depth":7}}',
            gift: { thickness: 3 },
          },
          { part: null, bow: "null", wrapping: "null", gift: null },
        ],
      },
    },
  },
};
