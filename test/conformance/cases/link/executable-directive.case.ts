import type { ConformanceCase } from "../case.ts";

const HEAD = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
    @link(url: "https://example.org/reading/v1.0", import: ["@read"])
    @composeDirective(name: "@read")
  enum Care { QUICK EXACT }
  directive @plain(note: String) on FIELD`;
const PLAIN = `enum Care { QUICK EXACT } directive @plain(note: String) on FIELD`;

/** Directives of the subgraphs' own that stand in operations. */
export const CASE: ConformanceCase = {
  supergraph: "link/executable-directive.graphql",
  subgraphs: [
    {
      name: "a",
      sdl: `${HEAD} directive @read(care: Care!) on FIELD  type Query { a: String }`,
      root: { a: "a" },
    },
    {
      name: "b",
      sdl: `${HEAD} directive @read(care: Care! = QUICK) on FIELD  type Query { b: String }`,
      root: { b: "b" },
    },
    { name: "c", sdl: `${PLAIN} type Query { c: String }`, root: { c: "c" } },
  ],
  asks: {
    "one that a specification defines is a client's too": {
      query: "{ a @read b @read(care: EXACT) }",
      data: { a: "a", b: "b" },
      peerDiffers: "knows no directive of a linked specification",
    },
    "one that all subgraphs define, with its arguments": {
      query: '{ a c @plain(note: "x") }',
      data: { a: "a", c: "c" },
    },
  },
};
