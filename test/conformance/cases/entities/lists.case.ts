import type { ConformanceCase } from "../case.ts";

/** Lists of lists, with nulls at every depth. */
export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "boards",
      sdl: `
        type Query { board: Board! }
        type Board { cells: [[Cell]], cubes: [[[Cell!]!]], points: [[Int]] }
        type Cell @key(fields: "x y") { x: Int!, y: Int! }
      `,
      root: {
        board: {
          cells: [[{ x: 0, y: 0 }, null], null, [], [{ x: 1, y: 0 }]],
          cubes: [[[{ x: 1, y: 1 }], []], null, [[{ x: 0, y: 0 }]]],
          points: [[1, null], null, []],
        },
      },
    },
    {
      name: "colours",
      sdl: `type Cell @key(fields: "x y") { x: Int!, y: Int!, colour: String, near: [[Cell]] }`,
      entities: {
        Cell: [
          { x: 0, y: 0, colour: "red", near: [[{ x: 1, y: 1, colour: "blue" }], [null]] },
          { x: 1, y: 1, colour: "blue", near: null },
        ],
      },
    },
  ],
  asks: {
    "entities within lists of lists": {
      query: "{ board { cells { colour } points } }",
      data: {
        board: {
          cells: [[{ colour: "red" }, null], null, [], [{ colour: null }]],
          points: [[1, null], null, []],
        },
      },
      calls: ["boards", "colours"],
    },
    "three deep, and lists within looked-up entities": {
      query: "{ board { cubes { colour near { x colour } } } }",
      data: {
        board: {
          cubes: [
            [[{ colour: "blue", near: null }], []],
            null,
            [[{ colour: "red", near: [[{ x: 1, colour: "blue" }], [null]] }]],
          ],
        },
      },
    },
  },
};
