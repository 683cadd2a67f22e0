import type { ConformanceCase } from "../case.ts";

/** Introspection in the same operation as data. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        "Where questions begin."
        type Query { a(n: Int = 3): String }
        type Old { gone: Int @deprecated(reason: "moved"), here: Int }
        extend type Query { old: Old }
      `,
      root: { a: "a" },
    },
    { name: "b", sdl: "type Query { b: String }", root: { b: "b" } },
  ],
  asks: {
    "beside fields of two subgraphs, in order": {
      query: `query ($deprecated: Boolean!) {
        b
        type: __type(name: "Old") { kind name fields(includeDeprecated: $deprecated) { name isDeprecated deprecationReason } }
        a
        __schema { queryType { name description } mutationType { name } }
      }`,
      variables: { deprecated: true },
      data: {
        b: "b",
        type: {
          kind: "OBJECT",
          name: "Old",
          fields: [
            { name: "gone", isDeprecated: true, deprecationReason: "moved" },
            { name: "here", isDeprecated: false, deprecationReason: null },
          ],
        },
        a: "a",
        __schema: {
          queryType: { name: "Query", description: "Where questions begin." },
          mutationType: null,
        },
      },
    },
    "alone: nobody is called": {
      query: `{ __type(name: "Query") { fields { name args { name defaultValue } } } }`,
      data: {
        __type: {
          fields: [
            { name: "a", args: [{ name: "n", defaultValue: "3" }] },
            { name: "old", args: [] },
            { name: "b", args: [] },
          ],
        },
      },
      calls: [],
    },
    "nothing of the federation's own shows": {
      query: `{
        any: __type(name: "_Any") { name }
        entity: __type(name: "_Entity") { name }
        join: __type(name: "join__Graph") { name }
        fields: __type(name: "join__FieldSet") { name }
      }`,
      data: {
        any: null,
        entity: null,
        join: null,
        fields: null,
      },
    },
    "fragments and conditions within": {
      peerDiffers: "it cannot plan a condition on introspection",
      query: `query ($no: Boolean = false) {
        ...meta @include(if: $no)
        ...meta
        a
      } fragment meta on Query { __schema { queryType { ...t } types @skip(if: true) { name } } } fragment t on __Type { name }`,
      data: { __schema: { queryType: { name: "Query" } }, a: "a" },
    },
  },
};
