import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from "graphql";

/** How values of a scalar or enum type are completed. */
export interface Leaf {
  /** What a value is that stands as it came: the rest is for `read`. */
  readonly plain: "string" | "boolean" | "integer" | "number" | "anything" | ReadonlySet<string>;
  /** Undefined for custom scalars, whose form only the subgraph knows. */
  readonly read: ReadLeaf | undefined;
}

/**
 * Reads a scalar or enum value that a subgraph gave; null if clients do not see it.
 *
 * @throws Error if the type cannot represent it (GraphQL, section 6.4.3, CoerceResult).
 */
export type ReadLeaf = (value: unknown) => unknown;

/**
 * How values of a type are completed.
 *
 * @param hidden values of an enum that clients do not see: they are null to them, which is no fault.
 */
export function leafOf(type: GraphQLLeafType, hidden: ReadonlySet<string>): Leaf {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return {
      plain: names,
      read: (value) => {
        if (typeof value === "string" && names.has(value)) return value;
        if (typeof value === "string" && hidden.has(value)) return null;
        throw new Error(
          `A subgraph answered with a value that the enum "${type.name}" does not have.`,
        );
      },
    };
  }
  if (!isSpecifiedScalarType(type)) return { plain: "anything", read: undefined };
  const read: ReadLeaf = (value) => type.serialize(value);
  switch (type.name) {
    case "Boolean":
      return {
        plain: "boolean",
        read: (value) => (typeof value === "boolean" ? value : read(value)),
      };
    case "Int":
      return { plain: "integer", read };
    case "Float":
      return { plain: "number", read };
    default:
      return {
        plain: "string",
        read: (value) => (typeof value === "string" ? value : read(value)),
      };
  }
}
