import type { ConformanceCase } from "../case.ts";

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "goods",
      sdl: `
        type Query { good: Good }
        type Good @key(fields: "id") { id: ID!, price(currency: Currency! = CNY, round: Boolean): String! }
        enum Currency { CNY EUR }
      `,
      root: { good: { id: "1" } },
      entities: { Good: [{ id: "1" }] },
      resolvers: {
        "Good.price": (_good, { currency, round }) => `${String(currency)}/${String(round)}`,
      },
    },
    {
      name: "offers",
      sdl: `
        type Good @key(fields: "id") {
          id: ID!
          price(currency: Currency! = CNY, round: Boolean): String! @external
          inEuros: String @requires(fields: "price(currency: EUR, round: true)")
          inYuan: String @requires(fields: "price")
        }
        enum Currency { CNY EUR }
      `,
      resolvers: {
        "Good.inEuros": ({ price }) => `for ${String(price)}`,
        "Good.inYuan": ({ price }) => `for ${String(price)}`,
      },
    },
  ],
  asks: {
    "arguments in the required field set are sent": {
      query: "{ good { inEuros } }",
      data: { good: { inEuros: "for EUR/true" } },
    },
    "the client's own arguments to the same field are another matter": {
      query: `{ good { price(currency: CNY) inEuros mine: price(currency: EUR, round: false) } }`,
      peerDiffers: "another field under a required field's name is taken for it",
      data: { good: { price: "CNY/undefined", inEuros: "for EUR/true", mine: "EUR/false" } },
    },
  },
};
