import { fail } from "../../../support/federation/fail.ts";
import type { SubgraphContext } from "../../../support/federation/subgraph.ts";
import type { ConformanceCase } from "../case.ts";

/** A mutation that takes a moment and leaves a trace. */
const move =
  (name: string, value: unknown) =>
  async (args: { to?: string }, { journal }: SubgraphContext): Promise<unknown> => {
    await new Promise(setImmediate);
    journal.push(`${name} ${args.to ?? ""}`.trim());
    return value;
  };

/** Mutations over two subgraphs, each with lookups in the other. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { a: Int }
        type Mutation { moveA(to: String): Thing, failA: Thing, mustA: Thing! }
        type Thing @key(fields: "id") { id: ID!, atA: String }
      `,
      root: {
        a: 1,
        moveA: move("a", { id: "1", atA: "A1" }),
        failA: () => fail("STUCK"),
        mustA: () => fail("STUCK"),
      },
      entities: { Thing: [{ id: "1", atA: "A1" }] },
    },
    {
      name: "b",
      sdl: `
        type Mutation { moveB(to: String): Thing, trace: [String!]! }
        type Thing @key(fields: "id") { id: ID!, atB: [String!] }
      `,
      root: {
        moveB: move("b", { id: "1", atB: ["by mutation"] }),
        trace: (_args: object, { journal }: SubgraphContext) => [...journal],
      },
      entities: {
        Thing: [{ id: "1", atB: (_args: object, { journal }: SubgraphContext) => [...journal] }],
      },
    },
  ],
  asks: {
    "one after the other, in the order asked for": {
      query: `mutation {
        one: moveA(to: "1") { id } two: moveB(to: "2") { id } three: moveA(to: "3") { id } four: moveB(to: "4") { id }
      }`,
      data: { one: { id: "1" }, two: { id: "1" }, three: { id: "1" }, four: { id: "1" } },
      journal: ["a 1", "b 2", "a 3", "b 4"],
    },
    "a later one sees what an earlier one did": {
      query: `mutation { moveA(to: "1") { id } first: trace moveB(to: "2") { id } second: trace }`,
      data: { moveA: { id: "1" }, first: ["a 1"], moveB: { id: "1" }, second: ["a 1", "b 2"] },
    },
    "neighbours in one subgraph stay in order": {
      query: `mutation { b: moveA(to: "b") { id } a: moveA(to: "a") { id } c: moveA(to: "c") { id } }`,
      data: { b: { id: "1" }, a: { id: "1" }, c: { id: "1" } },
      journal: ["a b", "a a", "a c"],
    },
    "what is changed is completed by the other subgraph": {
      query: `mutation { moveA(to: "1") { atA atB } moveB(to: "2") { atB atA } }`,
      data: { moveA: { atA: "A1", atB: ["a 1"] }, moveB: { atB: ["by mutation"], atA: "A1" } },
      journal: ["a 1", "b 2"],
    },
    "one that fails leaves the next to run": {
      query: `mutation { failA { id } moveB(to: "2") { id } }`,
      data: { failA: null, moveB: { id: "1" } },
      errors: [{ path: ["failA"], code: "STUCK", service: "a" }],
      journal: ["b 2"],
    },
    "one that may not be null fails all": {
      query: `mutation { moveB(to: "1") { id } mustA { id } }`,
      data: null,
      errors: [{ path: ["mustA"], code: "STUCK", service: "a" }],
    },
    "conditions and fragments do not change the order": {
      query: `mutation ($no: Boolean = false) {
        ...first
        moveA(to: "skipped") @include(if: $no) { id }
        ... on Mutation { three: moveA(to: "3") { id } }
      }
      fragment first on Mutation { one: moveA(to: "1") { id } two: moveB(to: "2") { id } }`,
      data: { one: { id: "1" }, two: { id: "1" }, three: { id: "1" } },
      journal: ["a 1", "b 2", "a 3"],
    },
  },
};
