/**
 * The graph as one schema: what the cuts together must be. A field of one name has one type
 * wherever its value may be `@requires`d; nullability is the same in every subgraph.
 */
export const WHOLE = /* GraphQL */ `
  scalar Json
  enum Tone {
    PLAIN
    GRAND
    QUIET
  }
  enum Currency {
    CNY
    EUR
  }
  input Span {
    from: Int! = 1
    to: Int
  }
  input Filter {
    text: String
    tone: Tone = QUIET
    tones: [Tone!]
    spans: [Span]
    not: Filter
    extra: Json
  }

  interface Node {
    id: ID!
  }
  interface Named {
    name: String
  }
  interface Media implements Node {
    id: ID!
    title(tone: Tone = PLAIN): String
    stars(by: Filter): Int
    maker: Maker
    price(currency: Currency! = CNY): Int!
    sequels(first: Int): [Media!]
  }
  union Item = Book | Film | Note

  type Book implements Node & Media & Named {
    id: ID!
    title(tone: Tone = PLAIN): String
    stars(by: Filter): Int
    maker: Maker
    price(currency: Currency! = CNY): Int!
    sequels(first: Int): [Media!]
    name: String
    pages: Int!
    size: Size
    tag(prefix: String = "from"): String
    shelf: Shelf
    extra(path: [String!]): Json
  }
  type Film implements Node & Media {
    id: ID!
    reel: ID!
    title(tone: Tone = PLAIN): String
    stars(by: Filter): Int
    maker: Maker
    price(currency: Currency! = CNY): Int!
    sequels(first: Int): [Media!]
    minutes: Int
    size: Size
    tones: [Tone]
    weight: Int!
    base: Base!
    digest: String!
  }
  type Maker implements Node & Named {
    id: ID!
    name: String
    mood: Tone
    country: Country!
    size: Size
    rivals: [Maker!]
    works(filter: Filter, first: Int = 3): [Item]
    top: Media!
  }
  type Country {
    code: ID!
    name: String
    tone: Tone!
    makers: [Maker]
  }
  type Shelf {
    floor: Int!
    row: String!
    name: String
    load: Int
    keeper: Maker!
    items: [[Item!]]
    slots: [Slot!]!
  }
  type Slot {
    shelf: Shelf!
    number: Int!
    label: String
    holds: Media
    note: Note
  }
  type Note {
    text: String!
    tone: Tone
    size: Size
    about: Item
  }
  type Size {
    width: Int
    height: Int!
    unit: Tone
  }
  type Base {
    code: ID!
    level: Int!
  }

  type Query {
    total: Int!
    book(id: ID!): Book
    film(id: ID!): Film
    media(ids: [ID!], filter: Filter): [Media]
    items(first: Int): [Item!]
    node(id: ID!): Node
    named: [Named]
    maker(id: ID!): Maker
    countries: [Country!]
    shelves(filter: Filter): [Shelf!]
    slot(number: Int): Slot
    best: Media
    note(text: String!): Note
    echo(json: Json, filter: Filter): Json
  }
  type Mutation {
    rename(id: ID!, name: String): Named
    mark(id: ID!, stars: Int! = 3): Media
    restock(filter: Filter!): [Shelf]
    touch(times: [Int!]): Int
    release(id: ID!): Film
  }
`;
