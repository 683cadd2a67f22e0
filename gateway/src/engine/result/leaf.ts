import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from "graphql";

/**
 * Reads a scalar or enum value that a subgraph gave.
 *
 * @throws Error if the type cannot represent it (GraphQL, section 6.4.3, CoerceResult).
 */
export type ReadLeaf = (value: unknown) => unknown;

/** The reader of a leaf type; undefined for custom scalars, whose form only the subgraph knows. */
export function leafReader(type: GraphQLLeafType): ReadLeaf | undefined {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => {
      if (typeof value === "string" && names.has(value)) return value;
      throw new Error(`Enum "${type.name}" has no value ${show(value)}.`);
    };
  }
  if (!isSpecifiedScalarType(type)) return undefined;
  switch (type.name) {
    case "ID":
    case "String":
      return (value) => (typeof value === "string" ? value : type.serialize(value));
    case "Boolean":
      return (value) => (typeof value === "boolean" ? value : type.serialize(value));
    default:
      return (value) => type.serialize(value);
  }
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}
