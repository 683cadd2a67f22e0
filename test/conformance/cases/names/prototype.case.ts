import type { ConformanceCase } from "../case.ts";

const JSON_VALUE = JSON.parse(
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"toString":3,"list":[{"__proto__":null}]}',
) as unknown;

/** Names that every object seems to have. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { thing: Thing, things: [Thing], json: JSON }
        scalar JSON
        type Thing @key(fields: "id") { id: ID!, constructor: String, name: String }
      `,
      root: {
        thing: { id: "1", constructor: "c", name: "n" },
        things: [
          { id: "1", constructor: "c", name: "n" },
          { id: "2", constructor: null, name: null },
        ],
        json: JSON_VALUE,
      },
    },
    {
      name: "b",
      sdl: `
        type Thing @key(fields: "id") { id: ID!, hasOwnProperty: Int, deep: Deep, echo(json: JSON): JSON }
        type Deep { valueOf: String, toString: Int }
        scalar JSON
      `,
      entities: {
        Thing: [
          { id: "1", hasOwnProperty: 1, deep: { valueOf: "v", toString: 5 } },
          { id: "2", hasOwnProperty: 2, deep: null },
        ],
      },
      resolvers: { "Thing.echo": (_thing, { json }) => json },
    },
  ],
  asks: {
    "as fields": {
      query: "{ thing { constructor hasOwnProperty deep { valueOf toString } } }",
      data: {
        thing: { constructor: "c", hasOwnProperty: 1, deep: { valueOf: "v", toString: 5 } },
      },
    },
    "as aliases of fields": {
      query:
        "{ thing { __proto__: name constructor: id toString: hasOwnProperty valueOf: __typename } }",
      data: JSON.parse(
        '{"thing":{"__proto__":"n","constructor":"1","toString":1,"valueOf":"Thing"}}',
      ) as unknown,
    },
    "as aliases of objects and lists, at the root too": {
      query:
        "{ __proto__: thing { __proto__: deep { __proto__: toString polluted: valueOf } } constructor: things { prototype: deep { polluted: toString } } }",
      data: JSON.parse(
        '{"__proto__":{"__proto__":{"__proto__":5,"polluted":"v"}},"constructor":[{"prototype":{"polluted":5}},{"prototype":null}]}',
      ) as unknown,
    },
    "as keys of a scalar of any shape": {
      query: "{ json }",
      data: { json: JSON_VALUE },
    },
    "as keys of one that is sent": {
      query: "query ($json: JSON) { thing { echo(json: $json) } }",
      variables: { json: JSON_VALUE },
      data: { thing: { echo: JSON_VALUE } },
    },
  },
};
