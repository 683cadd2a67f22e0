import type { ConformanceCase } from "../case.ts";

const BOOK = { isbn: "1", title: "Water Margin" };

export const CASE: ConformanceCase = {
  subgraphs: [
    {
      name: "shelves",
      sdl: `
        type Query { copies: [Copy] }
        type Copy @key(fields: "book { isbn } place { house { code } shelf }") {
          book: Book!
          place: Place!
        }
        type Book @key(fields: "isbn") { isbn: String! }
        type Place @shareable { house: House!, shelf: Int! }
        type House @shareable { code: String! }
      `,
      root: {
        copies: [
          { book: { isbn: "1" }, place: { house: { code: "n" }, shelf: 3 } },
          { book: { isbn: "1" }, place: { house: { code: "s" }, shelf: 3 } },
        ],
      },
    },
    {
      name: "loans",
      sdl: `
        type Copy @key(fields: "book { isbn } place { house { code } shelf }") {
          book: Book!
          place: Place!
          borrower: String
        }
        type Book @key(fields: "isbn") { isbn: String!, title: String }
        type Place @shareable { house: House!, shelf: Int! }
        type House @shareable { code: String! }
      `,
      entities: {
        Copy: [
          { book: BOOK, place: { house: { code: "s" }, shelf: 3 }, borrower: "Qian" },
          { book: BOOK, place: { house: { code: "n" }, shelf: 3 }, borrower: "Sun" },
        ],
        Book: [BOOK],
      },
    },
  ],
  asks: {
    "a key with selections inside is sent as an object": {
      query: "{ copies { borrower } }",
      data: { copies: [{ borrower: "Sun" }, { borrower: "Qian" }] },
    },
    "part of the key is asked for beside it": {
      query: "{ copies { place { shelf } borrower book { title } } }",
      data: {
        copies: [
          { place: { shelf: 3 }, borrower: "Sun", book: { title: "Water Margin" } },
          { place: { shelf: 3 }, borrower: "Qian", book: { title: "Water Margin" } },
        ],
      },
    },
    "part of the key under another name": {
      query:
        "{ copies { place: book { house: isbn } where: place { shelf: house { code } } borrower } }",
      peerDiffers: "another field under a key's name is taken for the key",
      data: {
        copies: [
          { place: { house: "1" }, where: { shelf: { code: "n" } }, borrower: "Sun" },
          { place: { house: "1" }, where: { shelf: { code: "s" } }, borrower: "Qian" },
        ],
      },
    },
  },
};
