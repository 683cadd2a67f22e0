import type { ConformanceCase } from "../case.ts";

/** A root field of two subgraphs whose value type has other fields in each: halves of one object. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { status: Status @shareable, list: [Status!] @shareable }
        type Status @shareable { up: Boolean, a: String, deep: Deep }
        type Deep @shareable { both: Int, left: Int }
      `,
      root: {
        status: { up: true, a: "a", deep: { both: 1, left: 2 } },
        list: [
          { up: true, a: "0" },
          { up: false, a: "1" },
        ],
      },
    },
    {
      name: "b",
      sdl: `
        type Query { status: Status @shareable, list: [Status!] @shareable }
        type Status @shareable { up: Boolean, b: String, deep: Deep }
        type Deep @shareable { both: Int, right: Int }
      `,
      root: {
        status: { up: true, b: "b", deep: { both: 1, right: 3 } },
        list: [
          { up: true, b: "0" },
          { up: false, b: "1" },
        ],
      },
    },
  ],
  asks: {
    "the halves are joined": {
      query: "{ status { b up a } }",
      data: { status: { b: "b", up: true, a: "a" } },
      calls: ["a", "b"],
    },
    "deeper too": {
      query: "{ status { deep { right both left } } }",
      data: { status: { deep: { right: 3, both: 1, left: 2 } } },
    },
    "lists are joined item by item": {
      query: "{ list { b a } }",
      data: {
        list: [
          { b: "0", a: "0" },
          { b: "1", a: "1" },
        ],
      },
    },
  },
};
