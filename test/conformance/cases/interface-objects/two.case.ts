import type { ConformanceCase } from "../case.ts";

const DOG = { __typename: "Dog", id: "d", legs: 4 };
const HEN = { __typename: "Hen", id: "h", legs: 2 };

/** Two subgraphs with the interface as an object: neither knows the types, each leads to the other. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "zoo",
      sdl: `
        type Query { animals: [Animal] }
        interface Animal @key(fields: "id") { id: ID!, legs: Int }
        type Dog implements Animal @key(fields: "id") { id: ID!, legs: Int }
        type Hen implements Animal @key(fields: "id") { id: ID!, legs: Int }
      `,
      root: { animals: [DOG, HEN] },
      entities: { Animal: [DOG, HEN], Dog: [DOG], Hen: [HEN] },
    },
    {
      name: "names",
      sdl: `
        type Query { named: Animal }
        type Animal @key(fields: "id") @interfaceObject { id: ID!, name: String }
      `,
      root: { named: { id: "h", name: "Ji" } },
      entities: {
        Animal: [
          { id: "h", name: "Ji" },
          { id: "d", name: "Gou" },
        ],
      },
    },
    {
      name: "food",
      sdl: `type Animal @key(fields: "id") @interfaceObject { id: ID!, eats: String }`,
      entities: {
        Animal: [
          { id: "d", eats: "bones" },
          { id: "h", eats: "corn" },
        ],
      },
    },
  ],
  asks: {
    "from one interface object to another": {
      query: "{ named { eats name } }",
      data: { named: { eats: "corn", name: "Ji" } },
      calls: ["food", "names"],
    },
    "all three": {
      query: "{ animals { eats legs name __typename } named { legs } }",
      data: {
        animals: [
          { eats: "bones", legs: 4, name: "Gou", __typename: "Dog" },
          { eats: "corn", legs: 2, name: "Ji", __typename: "Hen" },
        ],
        named: { legs: 2 },
      },
    },
  },
};
