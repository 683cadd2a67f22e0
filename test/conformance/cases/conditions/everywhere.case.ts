import type { ConformanceCase } from "../case.ts";

/** `@skip` and `@include` on fields, fragments, objects and whole calls. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { item: Item, items: [Item!]!, plain: Int }
        type Item @key(fields: "id") { id: ID!, name: String }
      `,
      root: { item: { id: "1", name: "one" }, items: [{ id: "1", name: "one" }], plain: 1 },
    },
    {
      name: "b",
      sdl: `
        type Query { other: Int }
        type Item @key(fields: "id") { id: ID!, size: Int, colour: String }
      `,
      root: { other: 2 },
      entities: { Item: [{ id: "1", size: 10, colour: "red" }] },
    },
  ],
  asks: {
    literals: {
      query:
        "{ plain @skip(if: true) item @include(if: true) { name @include(if: false) id @skip(if: false) } other @include(if: false) }",
      data: { item: { id: "1" } },
      calls: ["a"],
    },
    "a variable keeps a call from being made": {
      query: "query ($b: Boolean!) { item { name size @include(if: $b) colour @include(if: $b) } }",
      variables: { b: false },
      data: { item: { name: "one" } },
      calls: ["a"],
    },
    "or has it made": {
      query: "query ($b: Boolean!) { item { name size @include(if: $b) colour @include(if: $b) } }",
      variables: { b: true },
      data: { item: { name: "one", size: 10, colour: "red" } },
      calls: ["a", "b"],
    },
    "a root field of another subgraph": {
      query: "query ($b: Boolean = true) { plain other @skip(if: $b) }",
      data: { plain: 1 },
      calls: ["a"],
    },
    "skip and include together, each way": {
      query: `query ($t: Boolean!, $f: Boolean!) {
        tt: plain @skip(if: $t) @include(if: $t) tf: plain @skip(if: $t) @include(if: $f)
        ft: plain @skip(if: $f) @include(if: $t) ff: plain @skip(if: $f) @include(if: $f)
      }`,
      variables: { t: true, f: false },
      data: { ft: 1 },
    },
    "on fragments, inline and named, and on what is in them": {
      query: `query ($t: Boolean!, $f: Boolean!) {
        item {
          ... @include(if: $t) { size name @skip(if: $t) }
          ... on Item @skip(if: $t) { colour }
          ...named @include(if: $t)
        }
        items { ...named @skip(if: $t) id }
      } fragment named on Item { colour @skip(if: $f) gone: size @include(if: $f) }`,
      variables: { t: true, f: false },
      data: { item: { size: 10, colour: "red" }, items: [{ id: "1" }] },
    },
    "the same field with and without": {
      query:
        "query ($f: Boolean!) { item { size @include(if: $f) name size } items @include(if: $f) { id } items { size } }",
      variables: { f: false },
      data: { item: { name: "one", size: 10 }, items: [{ size: 10 }] },
    },
    "everything gone": {
      query:
        "query ($f: Boolean!) { item { name @include(if: $f) size @include(if: $f) } items @include(if: $f) { id } }",
      variables: { f: false },
      data: { item: {} },
    },
    "nothing to do at all": {
      query: "query ($f: Boolean!) { item @include(if: $f) { name } other @include(if: $f) }",
      variables: { f: false },
      data: {},
      calls: [],
    },
    "around a lookup within a lookup": {
      query:
        "query ($t: Boolean!, $f: Boolean!) { items @include(if: $t) { ... @include(if: $t) { ... @skip(if: $f) { size @include(if: $t) } colour @include(if: $f) } } }",
      variables: { t: true, f: false },
      data: { items: [{ size: 10 }] },
    },
    "on `__typename`": {
      query:
        "query ($f: Boolean!) { __typename @include(if: $f) item { __typename @skip(if: $f) t: __typename @include(if: $f) size } }",
      variables: { f: false },
      data: { item: { __typename: "Item", size: 10 } },
    },
  },
};
