import type { ConformanceCase } from "../case.ts";

const echo = (args: object): string => JSON.stringify(args);

/** How values reach a subgraph: defaults, nulls, absence, nesting. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "a",
      sdl: `
        type Query { a(n: Int = 5, s: String, list: [Int], box: Box): String, thing: Thing }
        input Box { n: Int = 7, boxes: [Box!], json: JSON, s: String }
        scalar JSON
        type Thing @key(fields: "id") { id: ID! }
      `,
      root: { a: echo, thing: { id: "1" } },
    },
    {
      name: "b",
      sdl: `
        type Thing @key(fields: "id") { id: ID!, echo(n: Int = 5, s: String, box: Box): String }
        input Box { n: Int = 7, boxes: [Box!], json: JSON, s: String }
        scalar JSON
      `,
      resolvers: { "Thing.echo": (_thing, args) => echo(args) },
    },
  ],
  asks: {
    "an argument left out has its default, null is null": {
      query: "{ left: a nulled: a(n: null, s: null) }",
      data: { left: '{"n":5}', nulled: '{"n":null,"s":null}' },
    },
    "a variable left out is as if the argument were left out": {
      query: "query ($n: Int, $s: String) { a(n: $n, s: $s) thing { echo(n: $n, s: $s) } }",
      variables: {},
      data: { a: '{"n":5}', thing: { echo: '{"n":5}' } },
    },
    "a variable that is null is null": {
      query: "query ($n: Int, $s: String) { a(n: $n, s: $s) thing { echo(n: $n, s: $s) } }",
      variables: { n: null, s: null },
      data: { a: '{"n":null,"s":null}', thing: { echo: '{"n":null,"s":null}' } },
    },
    "a variable's own default comes first": {
      query: `query ($n: Int = 1, $s: String = "d") { a(n: $n, s: $s) thing { echo(n: $n, s: $s) } }`,
      data: { a: '{"n":1,"s":"d"}', thing: { echo: '{"n":1,"s":"d"}' } },
    },
    "variables within lists and input objects": {
      query: `query ($n: Int!, $s: String, $gone: String, $box: Box!) {
        a(list: [1, $n, null], box: { n: $n, boxes: [{ s: $s }, $box, { s: $gone }] })
        thing { echo(box: { boxes: [$box], s: $s }) }
      }`,
      variables: { n: 2, s: "x", box: { boxes: [{ n: null }] } },
      data: {
        a: '{"n":5,"list":[1,2,null],"box":{"n":2,"boxes":[{"n":7,"s":"x"},{"n":7,"boxes":[{"n":null}]},{"n":7}]}}',
        thing: { echo: '{"n":5,"box":{"n":7,"boxes":[{"n":7,"boxes":[{"n":null}]}],"s":"x"}}' },
      },
    },
    "one value for a list": {
      query: "query ($list: [Int]) { a(list: $list) b: a(list: 3) }",
      variables: { list: 4 },
      data: { a: '{"n":5,"list":[4]}', b: '{"n":5,"list":[3]}' },
    },
    "a scalar of any shape, as a variable and in the document": {
      query: `query ($json: JSON) {
        a(box: { json: $json })
        b: a(box: { json: { deep: [1, "2", null, { true: false }] } })
        thing { echo(box: { json: [$json] }) }
      }`,
      variables: { json: { a: [1.5, { b: null }] } },
      data: {
        a: '{"n":5,"box":{"n":7,"json":{"a":[1.5,{"b":null}]}}}',
        b: '{"n":5,"box":{"n":7,"json":{"deep":[1,"2",null,{"true":false}]}}}',
        thing: { echo: '{"n":5,"box":{"n":7,"json":[{"a":[1.5,{"b":null}]}]}}' },
      },
    },
    "a value of the wrong type is rejected": {
      query: "query ($n: Int) { a(n: $n) }",
      variables: { n: "five" },
      errors: [{ says: "$n" }],
    },
    "a variable that must be given is missed": {
      query: "query ($n: Int!) { a(n: $n) }",
      errors: [{ says: "$n" }],
    },
  },
};
