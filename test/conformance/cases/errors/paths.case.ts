import { fail } from "../../../support/federation/fail.ts";
import type { ConformanceCase } from "../case.ts";

const late = (): never => fail("LATE");

/** Errors of subgraphs at the place where the client asked. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { item: Item, items: [Item], grid: [[Item]], broken: String, numbers: [Int] }
        type Item @key(fields: "id") { id: ID!, name: String }
      `,
      root: {
        item: { id: "2", name: late },
        items: [
          { id: "1", name: "one" },
          null,
          { id: "2", name: late },
          { id: "3", name: "three" },
        ],
        grid: [[{ id: "1" }, { id: "2" }], [], [{ id: "2" }]],
        broken: late,
        numbers: () => [1, new Error("no number"), 3],
      },
    },
    {
      name: "b",
      sdl: `type Item @key(fields: "id") { id: ID!, size(unit: String): Int, parts: [Part!] }
        type Part { label: String, must: String! }`,
      entities: {
        Item: [
          { id: "1", size: 1, parts: [{ label: "x", must: "m" }] },
          {
            id: "2",
            size: late,
            parts: [
              { label: late, must: "m" },
              { label: "z", must: "m" },
            ],
          },
          {
            id: "3",
            size: 3,
            parts: [
              { label: "x", must: "m" },
              { label: "y", must: late },
            ],
          },
        ],
      },
    },
  ],
  asks: {
    "at the root": {
      query: "{ broken other: broken numbers }",
      data: { broken: null, other: null, numbers: [1, null, 3] },
      errors: [
        { path: ["broken"], code: "LATE", service: "a" },
        { path: ["other"], code: "LATE", service: "a" },
        { path: ["numbers", 1], service: "a" },
      ],
    },
    "in a list, under an alias": {
      query: "{ list: items { id called: name } }",
      data: {
        list: [
          { id: "1", called: "one" },
          null,
          { id: "2", called: null },
          { id: "3", called: "three" },
        ],
      },
      errors: [{ path: ["list", 2, "called"], code: "LATE", service: "a", says: "It is late." }],
    },
    "in a looked-up entity: the client's list, not the lookup's": {
      query: "{ items { size } }",
      data: { items: [{ size: 1 }, null, { size: null }, { size: 3 }] },
      errors: [{ path: ["items", 2, "size"], code: "LATE", service: "b" }],
    },
    "at every place where the entity stands": {
      query: `{ g: grid { s: size(unit: "m") } item { size } }`,
      data: { g: [[{ s: 1 }, { s: null }], [], [{ s: null }]], item: { size: null } },
      errors: [
        { path: ["g", 0, 1, "s"], code: "LATE", service: "b" },
        { path: ["g", 2, 0, "s"], code: "LATE", service: "b" },
        { path: ["item", "size"], code: "LATE", service: "b" },
      ],
    },
    "below the entity": {
      query: "{ items { p: parts { l: label } } }",
      data: {
        items: [
          { p: [{ l: "x" }] },
          null,
          { p: [{ l: null }, { l: "z" }] },
          { p: [{ l: "x" }, { l: "y" }] },
        ],
      },
      errors: [{ path: ["items", 2, "p", 0, "l"], code: "LATE", service: "b" }],
    },
    "and where null had to rise": {
      query: "{ items { id parts { must label } } }",
      data: {
        items: [
          { id: "1", parts: [{ must: "m", label: "x" }] },
          null,
          {
            id: "2",
            parts: [
              { must: "m", label: null },
              { must: "m", label: "z" },
            ],
          },
          { id: "3", parts: null },
        ],
      },
      errors: [
        { path: ["items", 2, "parts", 0, "label"], code: "LATE", service: "b" },
        { path: ["items", 3, "parts", 1, "must"], code: "LATE", service: "b" },
      ],
    },
  },
};
