import { CURRENCY, type Cut, FILTER, NOTE, SIZE } from "./cut.ts";

/** Much is known in several places: shared fields, provided fields, a value type in two halves. */
export const BY_SHARING: Cut = {
  name: "by sharing",
  serialise: false,
  subgraphs: {
    desk: `
      ${FILTER} ${CURRENCY}
      type Query {
        book(id: ID!): Book @provides(fields: "name")
        media(ids: [ID!], filter: Filter): [Media] @provides(fields: "... on Film { minutes }")
        maker(id: ID!): Maker @provides(fields: "country { name }")
        total: Int! @shareable
        echo(json: Json, filter: Filter): Json
        named: [Named]
      }
      type Mutation { touch(times: [Int!]): Int, mark(id: ID!, stars: Int! = 3): Media }
      interface Named { name: String }
      interface Media { id: ID!, stars(by: Filter): Int, price(currency: Currency! = CNY): Int! }
      type Book implements Media & Named @key(fields: "id") {
        id: ID!
        name: String @external
        stars(by: Filter): Int
        price(currency: Currency! = CNY): Int! @shareable
      }
      type Film implements Media @key(fields: "reel") {
        id: ID! @shareable
        reel: ID!
        minutes: Int @external
        stars(by: Filter): Int
        price(currency: Currency! = CNY): Int! @shareable
      }
      type Maker implements Named @key(fields: "id") { id: ID!, name: String @shareable, country: Country! @shareable }
      type Country @key(fields: "code") { code: ID!, name: String @external }
    `,
    archive: `
      ${FILTER} ${SIZE} ${NOTE}
      type Query { total: Int! @shareable, film(id: ID!): Film, items(first: Int): [Item!], node(id: ID!): Node, note(text: String!): Note @shareable }
      type Mutation { release(id: ID!): Film, rename(id: ID!, name: String): Named }
      interface Node { id: ID! }
      interface Named { name: String }
      interface Media implements Node { id: ID!, title(tone: Tone = PLAIN): String, sequels(first: Int): [Media!] }
      type Book implements Node & Media & Named @key(fields: "id") {
        id: ID!
        title(tone: Tone = PLAIN): String
        name: String @shareable
        pages: Int!
        sequels(first: Int): [Media!]
        size: Size @shareable
        extra(path: [String!]): Json @shareable
      }
      type Film implements Node & Media @key(fields: "id") {
        id: ID!
        title(tone: Tone = PLAIN): String
        sequels(first: Int): [Media!]
        size: Size @shareable
        weight: Int!
        base: Base! @shareable
      }
      type Maker implements Node & Named @key(fields: "id") { id: ID!, name: String @shareable, size: Size @shareable }
      type Base @shareable { code: ID! }
    `,
    measures: `
      ${FILTER} ${CURRENCY} ${SIZE} ${NOTE}
      type Query { note(text: String!): Note @shareable, best: Media }
      interface Media { id: ID! }
      type Book implements Media @key(fields: "id") {
        id: ID!
        size: Size @shareable
        extra(path: [String!]): Json @shareable
        price(currency: Currency! = CNY): Int! @external
        tag(prefix: String = "from"): String @requires(fields: "price(currency: EUR)")
      }
      type Film implements Media @key(fields: "id") @key(fields: "reel") {
        id: ID!
        reel: ID!
        size: Size @shareable
        minutes: Int @shareable
        tones: [Tone]
        weight: Int! @external
        base: Base! @external
        digest: String! @requires(fields: "weight base { code }")
      }
      type Base { code: ID! @external }
      type Maker @key(fields: "id") { id: ID!, size: Size @shareable, mood: Tone, rivals: [Maker!] }
    `,
    places: `
      ${FILTER} ${SIZE} ${NOTE}
      type Query { shelves(filter: Filter): [Shelf!], slot(number: Int): Slot, countries: [Country!] }
      type Mutation { restock(filter: Filter!): [Shelf] }
      interface Media { id: ID!, maker: Maker }
      type Book implements Media @key(fields: "id") { id: ID!, shelf: Shelf, maker: Maker }
      type Film implements Media @key(fields: "id") { id: ID!, maker: Maker, base: Base! @shareable }
      type Base @shareable { level: Int! }
      type Maker @key(fields: "id") {
        id: ID!
        country: Country! @shareable
        top: Media!
        works(filter: Filter, first: Int = 3): [Item]
      }
      type Country @key(fields: "code") { code: ID!, name: String @shareable, tone: Tone!, makers: [Maker] }
      type Shelf @key(fields: "floor row") {
        floor: Int!
        row: String!
        name: String
        load: Int
        keeper: Maker!
        items: [[Item!]]
        slots: [Slot!]!
      }
      type Slot @key(fields: "shelf { floor row } number") {
        shelf: Shelf!
        number: Int!
        label: String
        holds: Media
        note: Note
      }
    `,
  },
};
