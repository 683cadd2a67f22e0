import type { ConformanceCase } from "../case.ts";

const V = "https://specs.apollo.dev/federation/v2.9";

/** The specification's names under other names. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "renamed",
      sdl: `
        extend schema @link(url: "${V}", import: [{ name: "@key", as: "@k" }, { name: "@shareable", as: "@s" }, { name: "FieldSet", as: "Fields" }])
        type Query { lot: Lot }
        type Lot @k(fields: "id") { id: ID!, name: String @s }
      `,
      root: { lot: { id: "1", name: "East" } },
      entities: { Lot: [{ id: "1", name: "East" }] },
    },
    {
      name: "prefixed",
      sdl: `
        extend schema @link(url: "${V}")
        type Lot @federation__key(fields: "id") {
          id: ID!
          name: String @federation__shareable
          area: Int @federation__external
          price: Int @federation__requires(fields: "area")
        }
      `,
      resolvers: { "Lot.price": ({ area }) => Number(area) * 100 },
    },
    {
      name: "other",
      sdl: `
        extend schema @link(url: "${V}", import: ["@key", { name: "@override", as: "@moved" }])
        type Lot @key(fields: "id") { id: ID!, area: Int @moved(from: "nobody") }
      `,
      entities: { Lot: [{ id: "1", area: 6 }] },
    },
  ],
  asks: {
    "keys and requirements work under any name": {
      query: "{ lot { price area name } }",
      data: { lot: { price: 600, area: 6, name: "East" } },
    },
  },
};
