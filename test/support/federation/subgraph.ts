import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, isInterfaceType, isObjectType, parse } from "graphql";
import { linked } from "./compose.ts";
import { matches } from "./matches.ts";

/** A record: field values, or functions of (arguments, context) that give them. */
export type Row = Readonly<Record<string, unknown>>;

/** A resolver of one field. */
export type FieldResolver = (parent: Row, args: Row, context: SubgraphContext) => unknown;

/** What the resolvers of one request share. */
export interface SubgraphContext {
  /** Side effects, in the order in which they happened. */
  readonly journal: string[];
}

/** A subgraph as a table: its text and its records. */
export interface SubgraphTable {
  readonly name: string;
  readonly sdl: string;
  /** Values of root fields, of query and mutation alike. */
  readonly root?: Row;
  /**
   * Records by type name, found by whichever fields the representation has in common with them. The
   * fields that only the representation has (`@requires`) are then there for resolvers. A type that is
   * not listed is what its representation says.
   */
  readonly entities?: Readonly<Record<string, readonly Row[]>>;
  /** Resolvers of computed fields by `Type.field`. */
  readonly resolvers?: Readonly<Record<string, FieldResolver>>;
}

/** The executable schema of a subgraph. */
export function buildSubgraph({
  sdl,
  entities = {},
  resolvers = {},
}: SubgraphTable): GraphQLSchema {
  const schema = buildSubgraphSchema(parse(linked(sdl)));
  for (const type of Object.values(schema.getTypeMap())) {
    const rows = entities[type.name];
    if (rows && (isObjectType(type) || isInterfaceType(type)))
      type.extensions = { apollo: { subgraph: { resolveReference: finder(rows) } } };
  }
  for (const [place, resolver] of Object.entries(resolvers)) {
    const [typeName = "", fieldName = ""] = place.split(".");
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field) throw new Error(`The subgraph has no field ${place}`);
    field.resolve = resolver;
  }
  return schema;
}

/** Finds the record that a representation stands for. */
function finder(rows: readonly Row[]) {
  return async (representation: Row): Promise<Row | null> => {
    const row = rows.find((candidate) => matches(representation, candidate));
    return row ? { ...representation, ...row } : null;
  };
}
