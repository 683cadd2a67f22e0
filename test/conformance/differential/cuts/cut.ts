/** The whole graph as subgraphs. */
export interface Cut {
  readonly name: string;
  /** Text by the subgraph's name; types that every subgraph may need are added to it. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** Whether answers pass through JSON text, as over a socket, or are graphql-js' own objects. */
  readonly serialise: boolean;
}

/** Scalars, enums and inputs that several subgraphs of a cut know. */
export const TONE = `enum Tone { PLAIN GRAND QUIET }`;
export const CURRENCY = `enum Currency { CNY EUR }`;
export const FILTER = `
  scalar Json
  ${TONE}
  input Span { from: Int! = 1, to: Int }
  input Filter { text: String, tone: Tone = QUIET, tones: [Tone!], spans: [Span], not: Filter, extra: Json }
`;
export const SIZE = `type Size @shareable { width: Int, height: Int!, unit: Tone }`;
export const NOTE = `
  union Item = Book | Film | Note
  type Note @shareable { text: String!, tone: Tone, size: Size, about: Item }
`;
