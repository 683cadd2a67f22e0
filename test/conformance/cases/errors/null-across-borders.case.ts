import { fail } from "../../../support/federation/fail.ts";
import type { ConformanceCase } from "../case.ts";

const lost = (): never => fail("LOST");

/** Null rises over the borders between subgraphs, as far as the whole schema says. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { top: Top, strictTop: Top!, list: [Top!]!, loose: [Top]!, free: Int }
        type Top @key(fields: "id") { id: ID!, name: String, mid: Mid!, maybe: Mid }
        type Mid @key(fields: "id") { id: ID! }
      `,
      root: {
        top: { id: "1", name: "t", mid: { id: "2" }, maybe: { id: "2" } },
        strictTop: { id: "1", name: "t", mid: { id: "2" }, maybe: { id: "2" } },
        list: [
          { id: "1", mid: { id: "1" } },
          { id: "2", mid: { id: "2" } },
        ],
        loose: [
          { id: "1", mid: { id: "1" } },
          { id: "2", mid: { id: "2" } },
        ],
        free: 1,
      },
    },
    {
      name: "b",
      sdl: `type Mid @key(fields: "id") { id: ID!, must: Int!, may: Int }`,
      entities: {
        Mid: [
          { id: "1", must: 1, may: 1 },
          { id: "2", must: lost, may: 2 },
        ],
      },
    },
  ],
  asks: {
    "to the nearest that may be null": {
      query: "{ top { name mid { must } } free }",
      data: { top: null, free: 1 },
      errors: [{ path: ["top", "mid", "must"], code: "LOST", service: "b" }],
    },
    "no further": {
      query: "{ top { name maybe { may must } } free }",
      data: { top: { name: "t", maybe: null }, free: 1 },
      errors: [{ path: ["top", "maybe", "must"], code: "LOST", service: "b" }],
    },
    "up to the whole answer": {
      query: "{ free strictTop { mid { must } } }",
      data: null,
      errors: [{ path: ["strictTop", "mid", "must"], code: "LOST", service: "b" }],
    },
    "through lists": {
      query: "{ loose { mid { must } } }",
      data: { loose: [{ mid: { must: 1 } }, null] },
      errors: [{ path: ["loose", 1, "mid", "must"], code: "LOST", service: "b" }],
    },
    "through lists that hold no null": {
      query: "{ free list { mid { must } } }",
      data: null,
      errors: [{ path: ["list", 1, "mid", "must"], code: "LOST", service: "b" }],
    },
    "one error for a place, whoever else failed below it": {
      query: "{ top { a: mid { must } b: mid { must } maybe { must } } }",
      data: { top: null },
      errors: [{ code: "LOST", service: "b" }],
    },
  },
};
