import { CURRENCY, type Cut, FILTER, NOTE, SIZE, TONE } from "./cut.ts";

/** Each subgraph knows one concern of many types; keys of every form. */
export const BY_CONCERN: Cut = {
  name: "by concern",
  serialise: true,
  subgraphs: {
    catalogue: `
      ${FILTER} ${SIZE} ${NOTE}
      type Query {
        total: Int!
        book(id: ID!): Book
        film(id: ID!): Film
        media(ids: [ID!], filter: Filter): [Media]
        items(first: Int): [Item!]
        note(text: String!): Note
      }
      type Mutation { release(id: ID!): Film }
      interface Node { id: ID! }
      interface Named { name: String }
      interface Media implements Node { id: ID!, title(tone: Tone = PLAIN): String }
      type Book implements Node & Media & Named @key(fields: "id") {
        id: ID!
        title(tone: Tone = PLAIN): String
        name: String
        pages: Int!
      }
      type Film implements Node & Media @key(fields: "id") @key(fields: "reel") {
        id: ID!
        reel: ID!
        title(tone: Tone = PLAIN): String
        minutes: Int
        tones: [Tone]
      }
    `,
    prices: `
      ${CURRENCY}
      interface Media { id: ID!, price(currency: Currency! = CNY): Int!, sequels(first: Int): [Media!] }
      type Query { best: Media }
      type Book implements Media @key(fields: "id") {
        id: ID!
        price(currency: Currency! = CNY): Int!
        sequels(first: Int): [Media!]
      }
      type Film implements Media @key(fields: "id") {
        id: ID!
        price(currency: Currency! = CNY): Int!
        sequels(first: Int): [Media!]
        weight: Int!
        base: Base!
      }
      type Base { code: ID!, level: Int! }
    `,
    labels: `
      ${CURRENCY} ${TONE} ${SIZE}
      type Book @key(fields: "id") {
        id: ID!
        price(currency: Currency! = CNY): Int! @external
        tag(prefix: String = "from"): String @requires(fields: "price(currency: EUR)")
        size: Size
      }
      type Film @key(fields: "reel") {
        reel: ID!
        weight: Int! @external
        base: Base! @external
        digest: String! @requires(fields: "weight base { code }")
        size: Size
      }
      type Base { code: ID! @external }
    `,
    people: `
      ${FILTER} ${SIZE} ${NOTE}
      type Query { node(id: ID!): Node, named: [Named], maker(id: ID!): Maker, countries: [Country!] }
      type Mutation { mark(id: ID!, stars: Int! = 3): Media, rename(id: ID!, name: String): Named }
      interface Node { id: ID! }
      interface Named { name: String }
      interface Media implements Node { id: ID!, stars(by: Filter): Int, maker: Maker }
      type Book implements Node & Media & Named @key(fields: "id") {
        id: ID!
        stars(by: Filter): Int
        maker: Maker
        name: String @external
      }
      type Film implements Node & Media @key(fields: "id") { id: ID!, stars(by: Filter): Int, maker: Maker }
      type Maker implements Node & Named @key(fields: "id") {
        id: ID!
        name: String
        mood: Tone
        country: Country!
        size: Size
        rivals: [Maker!]
        works(filter: Filter, first: Int = 3): [Item]
        top: Media!
      }
      type Country @key(fields: "code") { code: ID!, name: String, tone: Tone!, makers: [Maker] }
    `,
    places: `
      ${FILTER} ${SIZE} ${NOTE}
      type Query { shelves(filter: Filter): [Shelf!], slot(number: Int): Slot, echo(json: Json, filter: Filter): Json }
      type Mutation { restock(filter: Filter!): [Shelf], touch(times: [Int!]): Int }
      interface Media { id: ID! }
      type Book implements Media @key(fields: "id") { id: ID!, shelf: Shelf, extra(path: [String!]): Json }
      type Film implements Media @key(fields: "id", resolvable: false) { id: ID! }
      type Maker @key(fields: "id", resolvable: false) { id: ID! }
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
