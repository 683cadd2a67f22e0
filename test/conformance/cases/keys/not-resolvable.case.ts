import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "orders",
      sdl: `
        type Query { orders: [Order!] }
        type Order { number: Int!, product: Product }
        type Product @key(fields: "sku", resolvable: false) { sku: ID! }
      `,
      root: {
        orders: [
          { number: 1, product: { sku: "p" } },
          { number: 2, product: null },
          { number: 3, product: { sku: "q" } },
        ],
      },
    },
    {
      name: "products",
      sdl: `
        type Query { product: Product }
        type Product @key(fields: "sku") { sku: ID!, name: String! }
      `,
      root: { product: { sku: "p", name: "pen" } },
      entities: {
        Product: [
          { sku: "p", name: "pen" },
          { sku: "q", name: "quill" },
        ],
      },
    },
  ],
  asks: {
    "a reference leads out of a subgraph that cannot resolve it": {
      query: "{ orders { number product { name } } }",
      data: {
        orders: [
          { number: 1, product: { name: "pen" } },
          { number: 2, product: null },
          { number: 3, product: { name: "quill" } },
        ],
      },
    },
    "the key alone needs one call": {
      query: "{ orders { product { sku __typename } } }",
      data: {
        orders: [
          { product: { sku: "p", __typename: "Product" } },
          { product: null },
          { product: { sku: "q", __typename: "Product" } },
        ],
      },
      calls: ["orders"],
    },
  },
};
