import type { ConformanceCase } from "../case.ts";

/** The older way of writing: an extension of a type that another subgraph defines. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "members",
      sdl: `
        type Query { member: Member }
        type Member @key(fields: "id") { id: ID!, name: String }
      `,
      root: { member: { id: "1", name: "He" } },
      entities: { Member: [{ id: "1", name: "He" }] },
    },
    {
      name: "votes",
      sdl: `
        extend type Query { voter: Member }
        extend type Member @key(fields: "id") { id: ID! @external, votes: Int }
      `,
      root: { voter: { id: "1", votes: 4 } },
      entities: { Member: [{ id: "1", votes: 4 }] },
    },
    {
      name: "seats",
      sdl: `type Member @extends @key(fields: "id") { id: ID! @external, seat: String }`,
      entities: { Member: [{ id: "1", seat: "c4" }] },
    },
  ],
  asks: {
    "fields of an extended entity": {
      query: "{ member { name votes seat } voter { seat id name } }",
      data: {
        member: { name: "He", votes: 4, seat: "c4" },
        voter: { seat: "c4", id: "1", name: "He" },
      },
    },
  },
};
