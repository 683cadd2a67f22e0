import { CURRENCY, type Cut, FILTER, NOTE, SIZE, TONE } from "./cut.ts";

/** One subgraph knows media by their interface only; shelves and slots are split over their keys. */
export const BY_INTERFACE: Cut = {
  name: "by interface",
  serialise: true,
  subgraphs: {
    library: `
      ${CURRENCY} ${FILTER} ${SIZE} ${NOTE}
      type Query {
        book(id: ID!): Book
        film(id: ID!): Film
        media(ids: [ID!], filter: Filter): [Media]
        items(first: Int): [Item!]
        named: [Named]
        node(id: ID!): Node
      }
      type Mutation { rename(id: ID!, name: String): Named, release(id: ID!): Film }
      interface Node { id: ID! }
      interface Named { name: String }
      interface Media implements Node @key(fields: "id") { id: ID!, price(currency: Currency! = CNY): Int!, title(tone: Tone = PLAIN): String, maker: Maker }
      type Book implements Node & Media & Named @key(fields: "id") {
        id: ID!
        title(tone: Tone = PLAIN): String
        maker: Maker
        price(currency: Currency! = CNY): Int!
        name: String
        pages: Int!
        size: Size
        extra(path: [String!]): Json
        shelf: Shelf
      }
      type Film implements Node & Media @key(fields: "id") @key(fields: "reel") {
        id: ID!
        reel: ID!
        title(tone: Tone = PLAIN): String
        maker: Maker
        price(currency: Currency! = CNY): Int!
        minutes: Int
        size: Size
        tones: [Tone]
      }
      type Maker implements Node & Named @key(fields: "id") { id: ID!, name: String }
      type Shelf @key(fields: "floor row", resolvable: false) { floor: Int!, row: String! }
    `,
    ratings: `
      ${FILTER}
      type Query { best: Media, total: Int! }
      type Mutation { mark(id: ID!, stars: Int! = 3): Media }
      type Media @key(fields: "id") @interfaceObject {
        id: ID!
        stars(by: Filter): Int
        sequels(first: Int): [Media!]
      }
    `,
    workshop: `
      ${TONE} ${CURRENCY}
      type Book @key(fields: "id") {
        id: ID!
        price(currency: Currency! = CNY): Int! @external
        tag(prefix: String = "from"): String @requires(fields: "price(currency: EUR)")
      }
      type Film @key(fields: "reel") {
        reel: ID!
        weight: Int! @shareable
        base: Base! @shareable
        digest: String!
      }
      type Base @shareable { code: ID!, level: Int! }
    `,
    people: `
      ${FILTER} ${SIZE}
      type Query { maker(id: ID!): Maker, countries: [Country!], echo(json: Json, filter: Filter): Json }
      type Mutation { touch(times: [Int!]): Int }
      type Maker @key(fields: "id") {
        id: ID!
        mood: Tone
        country: Country!
        size: Size
        rivals: [Maker!]
      }
      type Country @key(fields: "code") { code: ID!, name: String, tone: Tone!, makers: [Maker] }
    `,
    stock: `
      ${FILTER} ${SIZE} ${NOTE}
      type Query { shelves(filter: Filter): [Shelf!], slot(number: Int): Slot, note(text: String!): Note }
      type Mutation { restock(filter: Filter!): [Shelf] }
      interface Media @key(fields: "id", resolvable: false) { id: ID! }
      type Book implements Media @key(fields: "id", resolvable: false) { id: ID! }
      type Film implements Media @key(fields: "id", resolvable: false) { id: ID! }
      type Maker @key(fields: "id") { id: ID!, works(filter: Filter, first: Int = 3): [Item], top: Media! }
      type Shelf @key(fields: "floor row") { floor: Int!, row: String!, name: String, load: Int, items: [[Item!]] }
      type Slot @key(fields: "shelf { floor row } number") { shelf: Shelf!, number: Int!, holds: Media, note: Note }
    `,
    keepers: `
      type Maker @key(fields: "id", resolvable: false) { id: ID! }
      type Shelf @key(fields: "floor row") { floor: Int!, row: String!, keeper: Maker!, slots: [Slot!]! }
      type Slot @key(fields: "shelf { floor row } number") { shelf: Shelf!, number: Int!, label: String }
    `,
  },
};
