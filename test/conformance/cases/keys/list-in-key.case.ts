import type { ConformanceCase } from "../case.ts";

const RICE = { id: "1", name: "rice" };
const SOUP = { id: "2", name: "soup" };

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "menus",
      sdl: `
        type Query { menus: [Menu!]! }
        type Menu @key(fields: "dishes { id } labels grid") {
          dishes: [Dish!]!
          labels: [String!]!
          grid: [[Int!]!]!
        }
        type Dish @key(fields: "id") { id: ID! }
      `,
      root: {
        menus: [
          { dishes: [{ id: "1" }, { id: "2" }], labels: ["cold"], grid: [[1], [2, 3]] },
          { dishes: [{ id: "2" }, { id: "1" }], labels: [], grid: [] },
        ],
      },
    },
    {
      name: "prices",
      sdl: `
        type Menu @key(fields: "dishes { id } labels grid") {
          dishes: [Dish!]!
          labels: [String!]!
          grid: [[Int!]!]!
          price: Int
        }
        type Dish @key(fields: "id") { id: ID!, name: String }
      `,
      entities: {
        Menu: [
          { dishes: [SOUP, RICE], labels: [], grid: [], price: 9 },
          { dishes: [RICE, SOUP], labels: ["cold"], grid: [[1], [2, 3]], price: 5 },
        ],
        Dish: [RICE, SOUP],
      },
    },
  ],
  asks: {
    "lists within a key keep their order and depth": {
      query: "{ menus { price } }",
      data: { menus: [{ price: 5 }, { price: 9 }] },
    },
    "entities within the key are completed too": {
      query: "{ menus { dishes { name } price } }",
      data: {
        menus: [
          { dishes: [{ name: "rice" }, { name: "soup" }], price: 5 },
          { dishes: [{ name: "soup" }, { name: "rice" }], price: 9 },
        ],
      },
    },
  },
};
