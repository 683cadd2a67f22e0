import type { ConformanceCase } from "../case.ts";

const FILM = { id: "f1", reel: "r1" };

/** A requirement in a subgraph that knows its object by a key which the one asked first does not know. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "catalogue",
      sdl: `
        type Query { film: Film }
        type Film @key(fields: "id") @key(fields: "reel") { id: ID!, reel: ID! }
      `,
      root: { film: FILM },
      entities: { Film: [FILM] },
    },
    {
      name: "scales",
      sdl: `
        type Query { best: Film, all: [Film] }
        type Film @key(fields: "id") { id: ID!, weight: Int, base: Base }
        type Base { code: ID! }
      `,
      root: {
        best: { id: "f1", weight: 7, base: { code: "b" } },
        all: [{ id: "f1", weight: 7, base: { code: "b" } }],
      },
      entities: { Film: [{ id: "f1", weight: 7, base: { code: "b" } }] },
    },
    {
      name: "labels",
      sdl: `
        type Film @key(fields: "reel") {
          reel: ID!
          weight: Int @external
          base: Base @external
          digest(with: String = "-"): String @requires(fields: "weight base { code }")
        }
        type Base { code: ID! @external }
      `,
      resolvers: {
        "Film.digest": ({ reel, weight, base }, args) =>
          [reel, weight, (base as { code: string }).code].join(String(args["with"])),
      },
    },
    {
      name: "prices",
      sdl: `
        type Film @key(fields: "reel") @key(fields: "id") {
          id: ID!
          reel: ID!
          weight: Int @external
          freight: Int @requires(fields: "weight")
        }
      `,
      entities: { Film: [FILM] },
      resolvers: { "Film.freight": ({ weight }) => Number(weight) * 10 },
    },
  ],
  asks: {
    "by way of a third": {
      query: "{ best { digest } }",
      data: { best: { digest: "r1-7-b" } },
    },
    "with arguments, under a name, in a list": {
      query: "query ($w: String) { all { id d: digest(with: $w) plain: digest } }",
      variables: { w: "+" },
      data: { all: [{ id: "f1", d: "r1+7+b", plain: "r1-7-b" }] },
    },
    "whichever key is written first": {
      query: "{ best { freight } film { freight digest } }",
      data: { best: { freight: 70 }, film: { freight: 70, digest: "r1-7-b" } },
    },
  },
};
